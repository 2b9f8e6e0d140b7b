/** Who hears whom: the next grouping is a function of places, rules and the last grouping, whatever the order of moves. */
export { nextProximity } from './proximity/nextProximity.ts';
export * from './proximity/types.ts';
