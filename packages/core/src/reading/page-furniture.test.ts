import { expect, test } from 'vitest';
import { isFurniture, pageFurniture } from './page-furniture.ts';

test.each([
  'No comments',
  'NO COMMENTS YET',
  '0 Comments',
  '(12) comments',
  'Related Sources:',
  '## Related articles',
  '**Share this**',
  'Share on Facebook',
  'Share via email',
  'Facebook  Twitter  WhatsApp',
  'Advertisement',
  '— Advertisement —',
  'Story continues below advertisement',
  'Read more',
  'Read more »',
  'Read more: Five things to know about the talks',
  'READ ALSO: Who is who in Istanbul',
  '5 min read',
  '© 2025 The Daily Example. All rights reserved.',
  'Copyright 2025 Example Media',
  'Sign up for our daily newsletter and never miss a story',
  'Subscribe to our newsletter',
  'Get the latest news delivered straight to your inbox',
  'We use cookies to improve your experience.',
  'This website uses cookies. By continuing to browse you agree to our use of cookies.',
  'By continuing to use this site, you agree to our terms.',
  'Accept all cookies',
  'Tags: Ukraine, Russia, Turkey',
  'Skip to main content',
  'Your email address will not be published. Required fields are marked *',
  'Please enable JavaScript to view the comments.',
  'You may also like…',
  'Follow us on Telegram',
  'Photograph: The bridge at dawn (A. Reader)',
  'Additional reporting by our staff in Halgrave',
  '(Translated by the editors)',
  'Continued on Page B2',
  'This article was first published in our weekend edition.',
  'To unsubscribe from this letter click here.',
  'Got a tip? Write to our desk',
  'Follow our live coverage',
  'Watch: The delegates arrive (1:12)',
  'Wire services',
])('furniture: %s', (line) => {
  expect(isFurniture(line)).toBe(true);
});

test.each([
  'No comments were made by the ministry.',
  'No comments.',
  'The minister had no comments',
  'Read more closely, the offer is a refusal.',
  'Share prices fell on Monday.',
  'Advertisement spending fell.',
  'Related to this is the question of guarantees.',
  'Copyright law was on the table, too.',
  'We ate cookies at the talks, the envoy joked.',
  'Cookies were served.',
  'The ministry’s site uses cookies, the regulator said.',
  'Sign up for the talks began on Friday, with twelve delegations.',
  'Follow the money: who paid for the palace?',
  'Comments by the envoy were brief.',
  'Print media were not admitted.',
  'Subscribe to that view, and the war goes on.',
  '“Advertisement,” he called it.',
  'On X, he wrote that nobody came.',
  'Conclusion',
  'Outlook',
  'Photographs were not allowed in the hall.',
  'Reporting from the front has become harder.',
  'Continued pressure may help.',
  'This story is not over.',
  'Watch: the next days decide.',
  'Follow our example, the envoy said.',
])('an article’s own: %s', (line) => {
  expect(isFurniture(line)).toBe(false);
});

test('what a list of other stories holds goes with it, up to its end', () => {
  const text =
    'The talks went on.\n\nMore on this story\n• Who is who at the talks\n• A timeline\n\n• Mines were cleared.';
  expect(pageFurniture(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'More on this story',
    '• Who is who at the talks',
    '• A timeline',
  ]);
});

test('what a page asks for below an article, and not above', () => {
  const text =
    'Sign up is open\n\nThe talks went on.\n\nFollow the money, she said.\n\nSign up to the Weekly Letter\n\nKnow something we should? Write to the desk';
  expect(pageFurniture(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Sign up to the Weekly Letter',
    'Know something we should? Write to the desk',
  ]);
});
