/**
 * Strongly connected components of a directed graph (Tarjan, SIAM J. Comput. 1(2), 1972), without recursion.
 * `edges[k]` lists the successors of node k. Returns for every node the number of its component; components are
 * numbered so that edges lead from higher numbers to lower or equal ones. O(nodes + edges).
 */
export function components(edges: readonly (readonly number[])[]): Int32Array {
  const n = edges.length;
  const order = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const component = new Int32Array(n).fill(-1);
  const stack: number[] = [];
  let visited = 0;
  let found = 0;
  for (let root = 0; root < n; root++) {
    if (order[root] !== -1) continue;
    const path: [node: number, nextEdge: number][] = [[root, 0]];
    while (path.length > 0) {
      const top = path.at(-1)!;
      const node = top[0];
      if (top[1] === 0) {
        order[node] = low[node] = visited++;
        stack.push(node);
      }
      const target = edges[node]![top[1]++];
      if (target !== undefined) {
        if (order[target] === -1) path.push([target, 0]);
        else if (component[target] === -1) low[node] = Math.min(low[node]!, order[target]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.[0];
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node] !== order[node]) continue;
      for (let member = -1; member !== node;) {
        member = stack.pop()!;
        component[member] = found;
      }
      found++;
    }
  }
  return component;
}
