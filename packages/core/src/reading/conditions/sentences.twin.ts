/**
 * Sentences as news prints them of any negotiation, for tests (no part of the build): what is read of them, and sentences of
 * which nothing may be. A net against falling back and no proof: step and needs were written down beforehand, rule and extent
 * are what the rules gave, and sentences that are still misread were left out. How good they are, eval/reading says. A line is the sentence | the rule: step <- needs (timing, what else it is).
 */
const lines = (table: string): string[] => table.trim().split('\n');

export const TIED: readonly (readonly [sentence: string, row: string])[] = lines(`
The rebels will sign only if the army leaves the valley. | condition-only-if: The rebels will sign <- the army leaves the valley (before)
Talks can resume only after the last prisoner has been freed, the foreign minister said. | condition-only-if: Talks can resume <- the last prisoner has been freed (before)
Only when the blockade ends will we sit down with them, the general said. | condition-only-if: will we sit down with them <- the blockade ends (before)
Ardania will open the border when the last hostage is home. | condition-if: Ardania will open the border <- the last hostage is home (before)
Unless wages rise by a tenth, the pilots' union will call a strike, its chairwoman said. | threat-or-else: the pilots' union will call a strike <- wages rise by a tenth (before, threat)
The union will call a strike unless wages rise by a tenth. | threat-or-else: The union will call a strike <- wages rise by a tenth (before, threat)
There will be no vote until the census is finished, the governor insisted. | condition-until: There will be no vote <- the census is finished (before)
Until the levy is scrapped, no ship of ours will dock at Port Halm, the company said. | condition-until: no ship of ours will dock at Port Halm <- the levy is scrapped (before)
The ministry refuses to release the funds until the audit is complete. | condition-until: release the funds <- the audit is complete (before)
The Coast States will not ratify the pact before the fund is paid up. | condition-until: The Coast States will not ratify the pact <- the fund is paid up (before)
Parliament must approve the budget before the loan can be disbursed, the Fund said. | condition-first: the loan can be disbursed <- Parliament must approve the budget (before)
The prisoners have to be freed before any truce can begin, the commander said. | condition-first: any truce can begin <- The prisoners have to be freed (before)
There can be no lasting peace without justice for the victims, the bishop said. | condition-without: There can be no lasting peace <- justice for the victims (before)
Without a guarantee from the bank, the city will not sign. | condition-without: the city will not sign <- a guarantee from the bank (before)
No money without reforms, the finance minister told reporters. | condition-without: No money <- reforms (before)
No ceasefire, no talks, the rebel leader declared. | condition-without: no talks <- No ceasefire (before)
The Greens will join the coalition as long as the airport is not enlarged. | condition-only-if: The Greens will join the coalition <- the airport is not enlarged (while)
So long as the tariffs stay, Ardania will buy nothing, its trade minister said. | condition-until: Ardania will buy nothing <- the tariffs stay (before, negated)
The farmers agreed to lift the blockade provided that the subsidy is paid by June. | condition-only-if: lift the blockade <- the subsidy is paid by June (before)
The army would withdraw, provided the militia disarms, the president said. | condition-only-if: The army would withdraw <- the militia disarms (before)
The firm accepted the offer on condition that no jobs are cut. | condition-only-if: The firm accepted the offer <- no jobs are cut (before)
He agreed to testify on the condition that his family be protected. | condition-only-if: testify <- his family be protected (before)
Ardania offered to free forty soldiers in exchange for two engineers. | condition-exchange: free forty soldiers <- two engineers (together)
In return for lower tariffs, Velden would open its market to cotton. | condition-exchange: Velden would open its market to cotton <- lower tariffs (together)
The deal is subject to approval by both parliaments. | condition-depends: The deal <- approval by both parliaments (before)
Subject to a vote of its members, the union will call off the strike. | condition-depends: the union will call off the strike <- a vote of its members (before)
The loan is contingent on a balanced budget, the Fund said. | condition-depends: The loan <- a balanced budget (before)
Any further aid is conditional on free elections, the commission said. | condition-depends: Any further aid <- free elections (before)
Whether the truce holds hinges on the supply of fuel. | condition-depends: Whether the truce holds <- the supply of fuel (before)
The success of the talks depends on whether the two presidents meet. | condition-depends: The success of the talks <- whether the two presidents meet (before)
Everything rests on the signature of the king. | condition-depends: Everything <- the signature of the king (before)
A halt to the strikes is a prerequisite for talks, the ministry said. | condition-depends: talks <- A halt to the strikes (before)
A halt to the strikes is a precondition for any talks, said the ministry. | condition-depends: any talks <- A halt to the strikes (before)
Recognition is the sine qua non of peace, the prime minister said. | condition-depends: peace <- Recognition (before)
First the hostages must come home, then we can talk about borders, the minister said. | condition-first: we can talk about borders <- the hostages must come home (before)
First came the demand: prisoners first, then oil. | condition-first: oil <- prisoners (before)
The dam must be opened before Lorne returns to the table, its envoy said. | condition-first: Lorne returns to the table <- The dam must be opened (before)
Lorne will not negotiate while its fishermen are in prison. | condition-until: Lorne will not negotiate <- its fishermen are in prison (before, negated)
We cannot talk while bombs are falling, the mayor said. | condition-until: We cannot talk <- bombs are falling (before, negated)
The colonel refuses to lay down arms until he is given safe passage. | condition-until: lay down arms <- he is given safe passage (before)
The senate insists that the treaty be amended first. | condition-first: the treaty be amended first <- the treaty be amended (before)
The bank would consider a longer loan if the ministry cut spending. | condition-if: The bank would consider a longer loan <- the ministry cut spending (before)
The king is ready to abdicate if his son succeeds him. | condition-if: abdicate <- his son succeeds him (before)
The company is prepared to pay if the court so rules. | condition-if: pay <- the court so rules (before)
In the event of a second attack, the army will enter the province, the president warned. | condition-trigger: the army will enter the province <- a second attack (before, trigger)
In the event that the talks fail, the union will strike. | condition-trigger: the union will strike <- the talks fail (before, trigger)
The rebels must leave by Friday, failing which the army will attack. | threat-or-else: the army will attack <- The rebels must leave by Friday (before, threat)
The fee must be paid by noon; otherwise the ship will sail, the captain said. | threat-or-else: the ship will sail <- The fee must be paid by noon (before, threat)
Pay by Friday or else we strike, the union told the company. | threat-or-else: we strike <- Pay by Friday (before, threat)
Withdraw the bill or we will leave the government, the Liberals warned. | threat-or-else: we will leave the government <- Withdraw the bill (before, threat)
Barring a last-minute change, the treaty will be signed on Monday. | condition-without: the treaty will be signed on Monday <- a last-minute change (before, trigger, negated)
Short of a full withdrawal, nothing will bring the islanders back to the talks, their leader said. | condition-without: nothing will bring the islanders back to the talks <- a full withdrawal (before)
Velden has tied the loan to the closure of the camp. | condition-depends: the loan <- the closure of the camp (before)
The lifting of sanctions is linked to the inspection of the mines. | condition-depends: The lifting of sanctions <- the inspection of the mines (before)
The prime minister made the release of the crew a condition for talks. | condition-depends: talks <- the release of the crew (before)
The union set the withdrawal of the notice as the price of its return. | condition-depends: its return <- the withdrawal of the notice (before)
Ardania demanded an apology as a condition for reopening the embassy. | condition-depends: reopening the embassy <- an apology (before)
The rebels want an amnesty before they disarm. | condition-first: they disarm <- an amnesty (before)
The islanders want a referendum before any sale of the port. | condition-first: any sale of the port <- a referendum (before)
What stands between the two sides and a deal is a fee of two per cent. | condition-depends: a deal <- a fee of two per cent (before)
The only thing that stands in the way of a deal is the fishing quota. | condition-depends: a deal <- the fishing quota (before)
The key to a settlement is the status of the harbour, the mediator said. | condition-depends: a settlement <- the status of the harbour (before)
A ceasefire will follow the exchange of prisoners. | condition-first: A ceasefire <- the exchange of prisoners (before)
Recognition will come only after the border has been drawn. | condition-only-if: Recognition <- the border has been drawn (before)
The release of the pilot would open the way to talks, the ministry said. | condition-depends: talks <- The release of the pilot (before)
Ratification must precede any payment. | condition-first: any payment <- Ratification (before)
The embargo would be lifted once inspectors had entered the plant, the council said. | condition-if: The embargo would be lifted <- inspectors had entered the plant (before)
As soon as the debt is paid, the ships will be released, the port authority said. | condition-if: the ships will be released <- the debt is paid (before)
Once the strike is over, the company will discuss pay. | condition-if: the company will discuss pay <- the strike is over (before)
The offer holds for as long as the truce is kept. | condition-only-if: The offer holds <- the truce is kept (while)
The minister said he would resign unless the bill was passed. | threat-or-else: he would resign <- the bill was passed (before, threat)
The ministry warned of reprisals if the pipeline was cut. | threat-or-else: reprisals <- the pipeline was cut (before, threat, negated)
The army threatened to storm the building if the hostages were not freed by dawn. | threat-or-else: storm the building <- the hostages were not freed by dawn (before, threat, negated)
If the tariffs are not dropped by May, Velden will close its ports. | threat-or-else: Velden will close its ports <- the tariffs are not dropped by (before, threat, negated)
If the tariffs are dropped, Velden will reopen its ports. | condition-if: Velden will reopen its ports <- the tariffs are dropped (before)
If you free the crew, we will open the harbour, the admiral wrote. | condition-if: we will open the harbour <- you free the crew (before)
The harbour would be opened if the crew were freed, the admiral wrote. | condition-if: The harbour would be opened <- the crew were freed (before)
"We will come to the table when the shelling stops," the envoy said. | condition-if: We will come to the table <- the shelling stops (before)
"There is no point in talking as long as our people are in jail," said Mara Lund. | condition-until: There is no point in talking <- our people are in jail (before, negated)
"No one will sign anything before we see the money," Lund told reporters. | condition-until: No one will sign anything <- we see the money (before)
The city agreed to pay half, but only if the state paid the other half. | condition-only-if: pay half, but <- the state paid the other half (before)
The city would pay half if, and only if, the state paid the rest. | condition-only-if: The city would pay half <- the state paid the rest (before)
The guild accepted the plan, on one condition: that the night shift be abolished. | condition-only-if: The guild accepted the plan <- the night shift be abolished (before)
The guild's condition for a return is a written apology. | condition-depends: a return <- a written apology (before)
Their condition for joining the government is a carbon tax. | condition-depends: joining the government <- a carbon tax (before)
One condition of the loan is that the bank be sold. | condition-depends: the loan <- that the bank be sold (before)
Talks are out of the question unless the ban is lifted, the minister said. | condition-until: Talks are out of the question <- the ban is lifted (before)
A return to work is impossible without a written guarantee, the union said. | condition-without: A return to work is impossible <- a written guarantee (before)
The rebels have ruled out a truce until their leader is freed. | condition-until: The rebels have ruled out a truce <- their leader is freed (before)
The rebels ruled out talks while their leader was in prison. | condition-until: The rebels ruled out talks <- their leader was in prison (before, negated)
The treaty will enter into force once ten states have ratified it. | condition-if: The treaty will enter into force <- ten states have ratified it (before)
The envoy said the talks could not begin without the generals. | condition-without: the talks could not begin <- the generals (before)
The mayor, who leads the talks, said no contract would be signed without her consent. | condition-without: no contract would be signed <- her consent (before)
The president demanded that the troops leave before elections are held. | condition-first: elections are held <- the troops leave (before)
The mediator called for a freeze of all shipments before the talks. | condition-first: the talks <- a freeze of all shipments (before)
The unions demand that the dismissals be withdrawn before negotiations begin. | condition-first: negotiations begin <- the dismissals be withdrawn (before)
The government must first withdraw the decree before we return, the strikers said. | condition-first: we return <- The government must first withdraw the decree (before)
The strikers would return to work only after the decree had been withdrawn. | condition-only-if: The strikers would return to work <- the decree had been withdrawn (before)
Not until the last soldier has left will the islanders vote. | condition-until: will the islanders vote <- the last soldier has left (before)
Never will we sign before the dead are named, said the families. | condition-until: Never will we sign <- the dead are named (before)
Should the court reject the claim, the company will leave the country. | threat-or-else: the company will leave the country <- the court reject the claim (before, threat, negated)
Were the ban to be lifted, the growers would end their boycott. | condition-if: the growers would end their boycott <- the ban to be lifted (before)
A deal would require Velden to give up the northern shoals. | condition-depends: A deal <- Velden to give up the northern shoals (before)
Peace requires the consent of the clans, the elder said. | condition-depends: Peace <- the consent of the clans (before)
A solution presupposes that both sides recognise the court. | condition-depends: A solution <- that both sides recognise the court (before)
Signing presupposes a valid mandate. | condition-depends: Signing <- a valid mandate (before)
The release of the funds is dependent upon a report by the auditor. | condition-depends: The release of the funds <- a report by the auditor (before)
Approval would come with a condition: that the plant close by 2040. | condition-only-if: Approval would come <- the plant close by 2040 (before)
The Liberals will support the budget on the understanding that taxes do not rise. | condition-only-if: The Liberals will support the budget <- taxes do not rise (before)
The Liberals made their support dependent on a tax cut. | condition-depends: their support <- a tax cut (before)
The Liberals conditioned their support on a tax cut. | condition-depends: their support <- a tax cut (before)
The Liberals are withholding their support until taxes are cut. | condition-until: The Liberals are withholding their support <- taxes are cut (before)
Holding back its signature until the maps are ready, Velden has asked for a week. | condition-until: Holding back its signature <- the maps are ready (before)
The company has suspended deliveries until the bill is paid. | condition-until: The company has suspended deliveries <- the bill is paid (before)
The minister will stay away unless he is invited in writing. | condition-until: The minister will stay away <- he is invited in writing (before)
The delegation will walk out if the general takes the floor. | threat-or-else: The delegation will walk out <- the general takes the floor (before, threat, negated)
The tribunal will not sit unless both parties have paid. | condition-until: The tribunal will not sit <- both parties have paid (before)
Both sides must agree before the dam is filled. | condition-first: the dam is filled <- Both sides must agree (before)
The dam may not be filled until both sides agree. | condition-until: The dam may not be filled <- both sides agree (before)
The two steps are to be taken at the same time. | condition-exchange: The two steps are to be taken <- The two steps are to be taken (together)
The withdrawal and the exchange are to take place simultaneously. | condition-exchange: The withdrawal and the exchange are to take place <- The withdrawal and the exchange are to take place (together)
The prisoners are to be freed at the same time as the siege is lifted. | condition-exchange: The prisoners are to be freed <- the siege is lifted (together)
Lorne would end its boycott the moment the fleet turns back. | condition-if: Lorne would end its boycott <- the fleet turns back (before)
The day the fence comes down, we will talk, the chief said. | condition-if: we will talk <- the fence comes down (together)
We will lift the siege on the day that the envoy returns. | condition-if: We will lift the siege <- the envoy returns (before)
Neither side will move unless the other does. | condition-until: Neither side will move <- the other (together)
Neither side is willing to take the first step without the other. | condition-without: take the first step <- the other (together)
Stop the bulldozers and we will stop the protests, the villagers said. | condition-if: we will stop the protests <- Stop the bulldozers (before)
Give us the maps, and we'll give you the keys, the surveyor said. | condition-if: we'll give you the keys <- Give us the maps (before)
Nothing is agreed until everything is agreed, the negotiator said. | condition-until: Nothing is agreed <- everything is agreed (before)
The king will return with a crown or not at all. | condition-exchange: The king will return <- a crown (together)
The emir will attend if his brother does too. | condition-if: The emir will attend <- his brother does too (together)
The emir would accept a smaller share, but not before the wells are capped. | condition-until: The emir would accept a smaller share <- the wells are capped (before)
Lorne's participation depends on who leads the other delegation. | condition-depends: Lorne's participation <- who leads the other delegation (before)
The minister said a visit would be possible if the climate improved. | condition-if: a visit would be possible <- the climate improved (before)
A visit would be possible, the minister said, if the climate improved. | condition-if: A visit would be possible, the minister said <- the climate improved (before)
A visit is possible, but only on condition that the guards are withdrawn, the minister said. | condition-only-if: A visit is possible <- on condition that the guards are withdrawn (before)
A lasting truce is only possible if both armies pull back, the observers said. | condition-only-if: A lasting truce is only possible <- both armies pull back (before)
It is only possible to reopen the line if the bridge is repaired. | condition-only-if: It is only possible to reopen the line <- the bridge is repaired (before)
The line can be reopened only with the consent of the tribe. | condition-only-if: The line can be reopened <- the consent of the tribe (before)
The line can only be reopened with the approval of the tribe. | condition-only-if: The line can only be reopened <- the approval of the tribe (before)
The sale needs the approval of the regulator before it can go ahead. | condition-depends: The sale <- the approval of the regulator (before)
The mayor wants the money on the table before she signs. | condition-first: she signs <- the money on the table (before)
He would withdraw his veto in return, he said, for a seat on the board. | condition-exchange: He would withdraw his veto <- a seat on the board (together)
A seat on the board is the price for his support. | condition-depends: his support <- A seat on the board (before)
A seat on the board was the price he set for withdrawing his veto. | condition-depends: withdrawing his veto <- A seat on the board (before)
The price of peace is the valley, the rebels say. | condition-depends: peace <- the valley (before)
Any agreement must guarantee the rights of the settlers, the council said. | condition-depends: Any agreement <- guarantee the rights of the settlers (before)
Any agreement that leaves out the islands will be rejected, the council said. | condition-depends: Any agreement <- the islands (before)
The council will reject any agreement that leaves out the islands. | condition-depends: will reject any agreement <- the islands (before)
The strike will go ahead if no offer is made by midnight. | threat-or-else: The strike will go ahead <- no offer is made by midnight (before, threat, negated)
The strike will go ahead unless an offer is made by midnight. | threat-or-else: The strike will go ahead <- an offer is made by midnight (before, threat)
Brussels has signalled it would unfreeze €2bn in cohesion money if Lavonia restores the independence of its judges. | condition-if: it would unfreeze €2bn in cohesion money <- Lavonia restores the independence of its judges (before)
“We are open to a longer pause, but only once the families know where their sons are buried,” said Irma Castell, the delegation's head. | condition-only-if: We are open to a longer pause, but <- the families know where their sons are buried (before)
The teachers' federation voted on Tuesday to suspend its walkout for two weeks, on the understanding that no pupil assessments would be cancelled. | condition-only-if: The teachers' federation voted on Tuesday to suspend its walkout for two weeks <- no pupil assessments would be cancelled (before)
Norvik's fishermen will be allowed back into the zone as soon as a joint patrol is agreed, according to the draft. | condition-if: Norvik's fishermen will be allowed back into the zone <- a joint patrol is agreed (before)
The junta has made it clear that elections will not take place until a new constitution has been adopted. | condition-until: elections will not take place <- a new constitution has been adopted (before)
Mr Halloran said his party would prop up the government in return for a referendum on electoral reform. | condition-exchange: his party would prop up the government <- a referendum on electoral reform (together)
A spokesman for the hauliers warned that ports would grind to a halt unless diesel duty was cut. | threat-or-else: ports would grind to a halt <- diesel duty was cut (before, threat)
The kidnappers have set a ransom of $3m as the condition for the release of the engineers. | condition-depends: the release of the engineers <- a ransom of $3m (before)
Release of the engineers was conditional upon payment of the ransom. | condition-depends: Release of the engineers <- payment of the ransom (before)
The two ministers will meet in May, provided that the embassy has been reopened by then. | condition-only-if: The two ministers will meet in <- the embassy has been reopened by then (before)
Sarkland has long argued that any emissions target must be matched by finance from richer countries. | condition-first: any emissions target <- finance from richer countries (together)
Richer countries, for their part, will not put money on the table unless big emitters accept outside inspection. | condition-until: Richer countries, for their part, will not put money on the table <- big emitters accept outside inspection (before)
If the fund is not set up this year, the island states will leave the talks, their chair told delegates. | threat-or-else: the island states will leave the talks <- the fund is not set up this year (before, threat, negated)
Were the sanctions to be lifted, Tarsia would ship its uranium abroad within a month. | condition-if: Tarsia would ship its uranium abroad within a month <- the sanctions to be lifted (before)
The border crossing at Ilm will reopen when, and only when, the smugglers' tunnel has been sealed. | condition-if: The border crossing at Ilm will reopen <- the smugglers' tunnel has been sealed (before)
"No deal is possible as long as one side believes it can win," the archbishop said. | condition-until: No deal is possible <- one side believes it can win (before, negated)
The Social Democrats have demanded the finance ministry as the price of joining a three-party government. | condition-depends: joining a three-party government <- the finance ministry (before)
Free Voters leader Hanno Brill ruled out any coalition that includes the far right. | condition-depends: ruled out any coalition <- the far right (before, negated)
Mr Brill would serve under Ms Okafor, he said, but not unless the nuclear plant was shut. | condition-until: Mr Brill would serve under Ms Okafor, he said, but not <- the nuclear plant was shut (before)
The mine's owners offered a bonus of 900 crowns on condition the men went back underground by Monday. | condition-only-if: The mine's owners offered a bonus of 900 crowns <- the men went back underground by Monday (before)
Ms Sørli is said to be willing to sign so long as the text does not mention reparations. | condition-only-if: sign <- the text does not mention reparations (while)
Aid convoys cannot move before both armies have guaranteed their safety, the agency said. | condition-until: Aid convoys cannot move <- both armies have guaranteed their safety (before)
Before any money changes hands, the auditors must be given full access, the minister told the committee. | condition-first: any money changes hands <- the auditors must be given full access (before)
Full access for the auditors has to come before any money changes hands. | condition-first: any money changes hands <- Full access for the auditors has (before)
First the guns must fall silent; only then can there be talk of elections. | condition-first: can there be talk of elections <- the guns must fall silent (before)
The insurers have until Friday to raise their offer, or face a lawsuit. | threat-or-else: face a lawsuit <- The insurers have until Friday to raise their offer (before, threat)
The insurers must raise their offer by Friday or face a lawsuit, the families' lawyer said. | threat-or-else: face a lawsuit <- The insurers must raise their offer by Friday (before, threat)
The ceasefire is dead unless the shelling of Marn stops tonight, a rebel commander warned. | threat-or-else: The ceasefire is dead <- the shelling of Marn stops tonight (before, threat)
An exchange of ambassadors will have to wait until the tribunal has ruled. | condition-until: An exchange of ambassadors will have to wait <- the tribunal has ruled (before)
The question of borders can be addressed only after trust has been rebuilt. | condition-only-if: The question of borders can be addressed <- trust has been rebuilt (before)
Ending the dispute, both delegations agree, hinges on who pays for the clean-up. | condition-depends: Ending the dispute, both delegations agree <- who pays for the clean-up (before)
Kestrel Airways' survival depends on its creditors accepting new terms. | condition-depends: Kestrel Airways' survival <- its creditors accepting new terms (before)
The bill's passage rests on the votes of nine rebels. | condition-depends: The bill's passage <- the votes of nine rebels (before)
Membership of the club presupposes an independent central bank. | condition-depends: Membership of the club <- an independent central bank (before)
The regulator gave its blessing, subject to the sale of two depots. | condition-depends: The regulator gave its blessing <- the sale of two depots (before)
The sale is still subject to regulatory approval. | condition-depends: The sale is still <- regulatory approval (before)
The Chamber approved the treaty with one proviso: that the islands keep their own flag. | condition-only-if: The Chamber approved the treaty <- the islands keep their own flag (before)
A prerequisite for any resumption of flights, officials say, is a new radar. | condition-depends: any resumption of flights <- a new radar (before)
"A written apology is a must before we even sit down," Ms Dahl told Radio 4. | condition-first: we even sit down <- A written apology is a (before)
He tied his return to the team to the departure of its manager. | condition-depends: his return to the team <- the departure of its manager (before)
Ministers have linked the pay rise to cuts in overtime. | condition-depends: the pay rise <- cuts in overtime (before)
Velta's demand that the debt be settled before the pipeline reopens has been rejected. | condition-first: the pipeline reopens has been rejected <- the debt be settled (before)
The union wants the sacked drivers reinstated before it will return to the table. | condition-first: it will return to the table <- the sacked drivers reinstated (before)
Nothing will be signed until Thursday's vote, aides insisted. | condition-until: Nothing will be signed <- Thursday's vote (before)
There will be no handshake, no photograph and no communiqué unless the flag is removed. | condition-until: There will be no handshake, no photograph and no communiqué <- the flag is removed (before)
No flag, no handshake: that, in short, is the message from Orsk. | condition-without: no handshake <- No flag (before)
The council said it would reconsider if new evidence came to light. | condition-if: it would reconsider <- new evidence came to light (before)
The council would think again were new evidence to come to light. | condition-if: The council would think again <- new evidence to come to light (before)
A smaller increase might be acceptable if it were backdated, the nurses' negotiator hinted. | condition-if: A smaller increase might be acceptable <- it were backdated (before)
In the absence of a written mandate, the envoy will not open the talks. | condition-without: the envoy will not open the talks <- a written mandate (before)
Absent a written mandate, the envoy will not open the talks. | condition-without: the envoy will not open the talks <- a written mandate (before)
Failing agreement by midnight, the matter goes to arbitration. | condition-without: the matter goes to arbitration <- agreement by midnight (before, trigger, negated)
The hostages are to be exchanged for food. | condition-exchange: The hostages <- food (together)
Lavonia would drop its lawsuit if, in return, the dam was lowered by two metres. | condition-if: Lavonia would drop its lawsuit <- the dam was lowered by two metres (before)
Lavonia would drop its lawsuit in return for a lower dam. | condition-exchange: Lavonia would drop its lawsuit <- a lower dam (together)
Lowering the dam would pave the way for a new treaty, the engineers argued. | condition-depends: a new treaty <- Lowering the dam (before)
The troops cannot be sent without the consent of the lower house. | condition-without: The troops cannot be sent <- the consent of the lower house (before)
Only with the consent of the lower house can troops be sent. | condition-only-if: can troops be sent <- the consent of the lower house (before)
Only a full withdrawal will end the embargo, the council decided. | condition-without: end the embargo <- a full withdrawal (before)
Nothing short of a full withdrawal will end the embargo, the council decided. | condition-without: end the embargo <- a full withdrawal (before)
Nothing less than a public apology will satisfy the clans, their spokesman said. | condition-without: satisfy the clans <- a public apology (before)
It will take a public apology to bring the clans back to the table. | condition-without: bring the clans back to the table <- a public apology (before)
All it would take for the clans to come back, he said, is an apology. | condition-without: the clans to come back, he said <- an apology (before)
The clans will come back if they get an apology, otherwise not. | condition-if: The clans will come back <- they get an apology (before)
The firm will stay in the city if it gets a tax break. | condition-if: The firm will stay in the city <- it gets a tax break (before)
The president threatened to veto the budget if it contained money for the dam. | threat-or-else: veto the budget <- it contained money for the dam (before, threat, negated)
The price for a truce, a diplomat said, will be the province of Umm. | condition-depends: a truce <- the province of Umm (before)
Talks, she added, will resume the day the last checkpoint is dismantled. | condition-if: Talks, she added, will resume <- the last checkpoint is dismantled (before)
Let the inspectors in, the president said, and the planes will stay on the ground. | condition-if: the planes will stay on the ground <- Let the inspectors in, the president said (before)
They have agreed to talk about a date, but only if the venue is neutral. | condition-only-if: talk about a date, but <- the venue is neutral (before)
They'll talk about a date once there's a venue. | condition-if: They'll talk about a date <- there's a venue (together)
They won't talk about a date till there's a venue. | condition-until: They won't talk about a date <- there's a venue (before)
Both governments have agreed that neither will publish the text without the other's consent. | condition-without: Both governments have agreed that neither will publish the text <- the other's consent (together)
The accord takes effect once both parliaments have voted. | condition-if: The accord takes effect <- both parliaments have voted (before)
The accord takes effect upon ratification by both parliaments. | condition-only-if: The accord takes effect <- ratification by both parliaments (before)
The accord will take effect upon ratification by both parliaments. | condition-only-if: The accord will take effect <- ratification by both parliaments (before)
Unless and until the wreck is raised, the insurers will pay nothing. | condition-until: the insurers will pay nothing <- the wreck is raised (before)
Sweden's Riksbank, the note says, keeps its door shut for as long as the arrears stand. | condition-only-if: Sweden's Riksbank, the note says, keeps its door shut <- the arrears stand (while)
The miners have promised to go down again the moment the ventilators run. | condition-if: go down again <- the ventilators run (before)
He will talk to anybody, he says, who first puts down his rifle. | condition-first: He will talk to anybody, he says <- puts down his rifle (before)
There can be talk of money after the apology, and no sooner. | condition-if: There can be talk of money <- the apology, and no sooner (before)
Not a single barrel will flow, the minister swore, before the arrears are paid to the last cent. | condition-until: Not a single barrel will flow, the minister swore <- the arrears are paid to the last cent (before)
Only a signature by both queens would make the paper binding, the lawyers held. | condition-without: make the paper binding, the lawyers held <- a signature by both queens (before)
The committee's support hangs on a single word in the preamble. | condition-depends: The committee's support <- a single word in the preamble (before)
Peace, in her view, begins with an apology. | condition-first: Peace, in her view <- an apology (before)
The strike fund would be dissolved in exchange for a seat on the board, the union offered. | condition-exchange: The strike fund would be dissolved <- a seat on the board (together)
The one is not to be had without the other, the mediator said. | condition-without: The one is not to be had <- the other (together)
The government accepts arbitration, provided always that it may reject the arbitrator. | condition-only-if: The government accepts arbitration <- it may reject the arbitrator (before)
The Duke's terms were simple enough: hand over the fleet, and the town would be spared. | condition-if: the town would be spared <- hand over the fleet (before)
Give up the fort, the herald cried, or see it burn. | threat-or-else: see it burn <- Give up the fort, the herald cried (before, threat)
Failing an answer by Sunday, the governor will consider the truce ended. | condition-without: the governor will consider the truce ended <- an answer by Sunday (before, trigger, negated)
The port will be handed back when the last loan is repaid, and not a day earlier. | condition-if: The port will be handed back <- the last loan is repaid, and not a day earlier (before)
No ship of the Alliance leaves harbour while a single trawler is left on the bank. | condition-until: No ship of the Alliance leaves harbour <- a single trawler is left on the bank (before, negated)
The Assembly must first repeal the law; then, Mr Haas said, he would sit down with anyone. | condition-first: he would sit down with anyone <- repeal the law (before)
Mr Haas would sit down with anyone as soon as the Assembly had repealed the law. | condition-if: Mr Haas would sit down with anyone <- the Assembly had repealed the law (before)
Before a word is said about the border, Sunder wants its river back. | condition-first: a word is said about the border <- Sunder wants its river back (before)
To get its gold back, Sunder would have to recognise the debt, the court held. | condition-depends: get its gold back <- Sunder would have to recognise the debt, the court held (before)
In order to join, a state must first abolish the death penalty. | condition-depends: join <- a state must first abolish the death penalty (before)
For the teachers to come back, the minister would have to go, their union said. | condition-depends: the teachers to come back <- the minister would have to go (before)
Nothing but a full pardon would bring the captain home, his brother said. | condition-without: bring the captain home <- a full pardon (before)
Its consent lapses if the vote is held before May. | condition-if: Its consent lapses <- the vote is held before (while, negated)
The truce lapses the moment a shot is fired. | condition-if: The truce lapses <- a shot is fired (while, negated)
If a single shot is fired, the truce is over, the colonel warned. | threat-or-else: the truce is over <- a single shot is fired (before, threat, negated)
The colonel would regard the truce as over if a single shot were fired. | condition-if: The colonel would regard the truce as over <- a single shot were fired (while, negated)
The Senate may ratify, but the House will not pay a cent unless the base is closed. | condition-until: the House will not pay a cent <- the base is closed (before)
Until they hear from him, the elders are keeping the boats ashore. | condition-until: the elders are keeping the boats ashore <- they hear from him (before)
As soon as the elders hear from him, the boats will put out. | condition-if: the boats will put out <- the elders hear from him (before)
Mr Pell refused to enter the room as long as the flag hung there. | condition-until: enter the room <- the flag hung there (before, negated)
The company is holding back the last instalment until the roof is tight. | condition-until: The company is holding back the last instalment <- the roof is tight (before)
The last instalment falls due when the roof is tight. | condition-if: The last instalment falls due <- the roof is tight (before)
She would accept the lower figure were it to be reviewed each year. | condition-if: She would accept the lower figure <- it to be reviewed each year (before)
They were willing to accept the lower figure so long as it was reviewed each year. | condition-only-if: accept the lower figure <- it was reviewed each year (while)
An annual review is what the nurses want in exchange for the lower figure. | condition-exchange: the lower figure <- An annual review (together)
What the nurses want in exchange for the lower figure is an annual review. | condition-exchange: the lower figure <- an annual review (together)
The emperor consented under the proviso that the treaty be signed in his capital. | condition-only-if: The emperor consented <- the treaty be signed in his capital (before)
It is a condition of the grant that the forest stay open. | condition-depends: the grant <- the forest stay open (before)
The forest has to stay open if the grant is to be paid. | condition-depends: the grant is to be paid <- The forest has to stay open (before)
If the grant is to be paid, the forest has to stay open. | condition-depends: the grant is to be paid <- the forest has to stay open (before)
If there is to be a treaty, the settlers must go, he said. | condition-depends: there is to be a treaty <- the settlers must go (before)
For there to be a treaty, the settlers must go, he said. | condition-depends: there to be a treaty <- the settlers must go (before)
The settlers must go or there will be no treaty, he said. | threat-or-else: there will be no treaty <- The settlers must go (before, threat)
No going settlers, no treaty. | condition-without: no treaty <- No going settlers (before)
He has made his return dependent on the settlers' going. | condition-depends: his return <- the settlers' going (before)
The crown would go back to Vell, but only into a museum that is open to all. | condition-only-if: The crown would go back to Vell <- into a museum that is open to all (before)
There can be talk of money after the apology, and no sooner. | condition-if: There can be talk of money <- the apology, and no sooner (before)
Their answer was yes, if the judges are foreigners. | condition-if: Their answer was yes <- the judges are foreigners (before)
The settlers go, or there is no treaty. | threat-or-else: there is no treaty <- The settlers go (before, threat)
He will talk to anybody who first puts down his rifle. | condition-first: He will talk to anybody <- puts down his rifle (before)
A visit is out of the question as long as the flag hangs there. | condition-until: A visit is out of the question <- the flag hangs there (before, negated)
It would be premature to talk of borders before the guns are silent. | condition-until: It would be premature to talk of borders <- the guns are silent (before)
The Fund is waiting for a budget before it pays. | condition-first: it pays <- a budget (before)
Would they sign? Only if the fleet left. | condition-only-if: Would they sign <- the fleet left (before)
Will she come back? Not before the letter is withdrawn. | condition-until: Will she come back <- the letter is withdrawn (before)
A new radar is needed for flights to resume. | condition-depends: flights to resume <- A new radar (before)
A clear majority is essential for any agreement. | condition-depends: any agreement <- A clear majority (before)
The withdrawal must go hand in hand with the exchange of prisoners. | condition-exchange: The withdrawal must go <- the exchange of prisoners (together)
Given guarantees, the rebels would disarm. | condition-if: the rebels would disarm <- guarantees (before)
With a written guarantee, the nurses would return, their union said. | condition-if: the nurses would return <- a written guarantee (before)
She would not object if the judges were foreigners. | condition-if: She would not object <- the judges were foreigners (before)
The province gets its money if it signs the pact. | condition-if: The province gets its money <- it signs the pact (before)
The minister has no objection to a visit, provided that it is short. | condition-only-if: The minister has no objection to a visit <- it is short (before)
Speaking after a cabinet meeting that ran into the small hours, Prime Minister Lena Sorg told reporters on Thursday that her government, which has ruled since March, would not reopen the strait until the last of the mines had been swept. | condition-until: her government, which has ruled since March, would not reopen the strait <- the last of the mines had been swept (before)
The union, whose members have been out since Monday, said in a statement it would only call off the strike if management, as promised in May, restored the night allowance. | condition-only-if: The union, whose members have been out since Monday, said in a statement it would only call off the strike <- management, as promised in May, restored the night allowance (before)
“Not one of us,” the elder said, “will cross that bridge before the names are read out.” | condition-until: Not one of us,” the elder said, “will cross that bridge <- the names are read out (before)
“We’re not going anywhere,” said Ms Tapp, “until somebody tells us who signed that order.” | condition-until: We’re not going anywhere <- somebody tells us who signed that order (before)
The talks, due to open in Lund on Tuesday, will go ahead, a spokeswoman said, provided both delegations confirm by noon. | condition-only-if: The talks, due to open in Lund on Tuesday, will go ahead, a spokeswoman said <- both delegations confirm by noon (before)
Under the plan the first tranche of the loan would be paid out on signature and the second only after the port had been sold. | condition-only-if: Under the plan the first tranche of the loan would be paid out on signature and the second <- the port had been sold (before)
Under the agreement, which must still be ratified by both parliaments, troops will leave the canal zone when the customs union enters into force. | condition-if: troops will leave the canal zone <- the customs union enters into force (before)
The pact, agreed at dawn after nineteen hours of talks, takes effect only when the last of the nine has deposited its instrument. | condition-only-if: The pact, agreed at dawn after nineteen hours of talks, takes effect <- the last of the nine has deposited its instrument (before)
Whether Norland signs will depend, its negotiator said, on the wording of article six. | condition-depends: Whether Norland signs <- the wording of article six (before)
The Liberals' price for their votes is the ministry of the interior. | condition-depends: their votes <- the ministry of the interior (before)
The bank has been told that it will get its licence back, but not as long as its chairman stays. | condition-until: it will get its licence back, but not <- its chairman stays (before, negated)
The chairman has to resign if the bank wants its licence back. | condition-depends: the bank wants its licence back <- The chairman has to resign (before)
The sides remain apart on the order of steps: Velden wants the prisoners freed before the troops move, Lorne the reverse. | condition-first: the troops move <- the prisoners freed (before)
We could agree to arbitration; we could not agree to it without a time limit. | condition-without: we could not agree to it <- a time limit (before)
We shall not sign this treaty, or any other, so long as a single foreign soldier stands on our soil. | condition-until: We shall not sign this treaty, or any other <- a single foreign soldier stands on our soil (before, negated)
Let there be no mistake: without the valley there is no treaty. | condition-without: there is no treaty <- the valley (before)
This Protocol shall enter into force on the day on which the last instrument has been deposited. | condition-if: This Protocol shall enter into force <- on which the last instrument has been deposited (before)
This Protocol shall not enter into force unless all instruments have been deposited. | condition-until: This Protocol shall not enter into force <- all instruments have been deposited (before)
The parties agree that no vessel shall enter the zone except with the written consent of both. | condition-without: no vessel shall enter the zone <- with the written consent of both (together)
Each Party may suspend its obligations if the other fails to meet its own. | condition-if: Each Party may suspend its obligations <- the other fails to meet its own (before)
The guarantee lapses should either Party move troops into the zone. | condition-if: The guarantee lapses <- either Party move troops into the zone (while, negated)
The Committee is prepared to resume its work, on the understanding that the minutes are published. | condition-only-if: resume its work <- the minutes are published (before)
As long as there are talks, there will be no strike, the union promised. | condition-until: there will be no strike <- there are talks (before, negated)
So much for a strike: it is off, as long as there are talks. | condition-only-if: it is off <- there are talks (while)
Sanctions would be lifted if Lorne scraps its missiles. | threat-or-else: Sanctions would be lifted <- Lorne scraps its missiles (before, threat, negated)
If Velden pays its debt, the Lorne fleet leaves the bay. | condition-if: the Lorne fleet leaves the bay <- Velden pays its debt (before)
The province gets its money if it signs the pact. | condition-if: The province gets its money <- it signs the pact (before)
`).map((line) => line.split(' | ') as [string, string]);

export const UNTIED: readonly string[] = lines(`
The ruling cleared the way for the talks.
The offer is valid only until Friday.
It will take a week before the votes are counted.
Had they asked, he would have come.
The strike was called off after the company made an offer.
The farms depend on rain.
Many families depend on the factory for their living.
She asked whether he would come if invited.
He left before the vote was taken.
The bridge will stay closed until further notice.
The talks will last until Friday.
When asked about the dam, she smiled.
If anything, the talks have made matters worse.
It is not clear if the talks will resume.
The harbour was closed until the ice melted.
He did not speak until the end.
They met without a mediator.
The envoy left without a word.
The book was published after he had died.
He has been in office as long as anyone can remember.
If the talks fail, nobody should be surprised.
He has lived in the town since the war, if not longer.
They exchanged gifts in return for old favours.
The first shipment left before dawn and the second followed at noon.
The vote takes place once a year.
The minister did not say when the talks would resume.
The road was closed, leaving villagers without power.
Mrs Obi refused to be drawn on whether she would quit if the vote went against her.
The men went back underground on Monday after the owners offered a bonus.
Calls for a truce to allow aid in went unheeded.
Nothing was signed until Thursday.
Failing that, the army will move in.
The rebels handed over the hostages in exchange for food.
That, said the admiral, is the price of our neutrality.
Talks resume the day after the holiday.
Whatever happens, the strike will last until Saturday.
The court ruled that the deal was void because it had been signed without a quorum.
Payment is due on delivery.
It was not until March that the talks began.
He would not say if the talks would resume.
The question is if the talks can survive without him.
Asked when he would resign, he laughed.
As long ago as 1990 the two sides agreed to talk.
The strike will end once and for all on Friday, he predicted.
She has worked there since before the war.
The vote comes a day before the summit.
The company exchanged its shares for land.
The hotel is subject to flooding.
The tax depends on the size of the car.
The union said it was too early to tell if members would accept.
He said the treaty, which was signed without fanfare, changed nothing.
Until now the two sides have not spoken.
If confirmed, the figures would be the worst in a decade.
When the talks began, nobody expected them to last.
The parties agreed on the first day, then fell out on the second.
Mr Pell entered the room once the flag had been taken down.
Given the weather, the talks will be held indoors.
He is needed for the match.
He would come, but only for two days.
The letter was short. Not without reason, he was angry.
The mayor was there before noon.
He is tired or ill.
The minister gets angry if you ask.
Officials on both sides, speaking on condition of anonymity, said a deal was near.
He got his ministry; in exchange, he dropped the lawsuit.
It requires courage to speak.
That must include the children.
He asks if the talks continue.
The mayor smiles if you greet him.
`);
