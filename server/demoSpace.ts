import { v7 as uuidv7 } from 'uuid';
import type { Space, Store } from './persistence/ports.ts';

/** The space that is there from the first start on. */
const demo = { slug: 'demo', name: 'Harbour Studio', mapUrl: '/maps/office.tmj', hasResident: true };

/** What the demo space's resident, a program, is called. */
export const residentName = 'Robin';

/** Makes the demo space when it is missing. Several processes may do so at once: there is one by that slug. */
export function ensureDemoSpace(store: Store, region: string): Promise<Space> {
  return store.spaces.ensure({ id: uuidv7(), region, ...demo });
}
