import { v7 as uuidv7 } from 'uuid';
import type { NewSpace, Space, Store } from './persistence/ports.ts';
import { mapById } from './places/maps.ts';

/** What the demo space's resident, a program, is called. */
export const residentName = 'Robin';

/** The space that is there from the first start on. It belongs to nobody: the operator looks after it. */
function demoSpace(region: string): NewSpace {
  const map = mapById('office');
  return {
    id: uuidv7(),
    slug: 'demo',
    name: 'Harbour Studio',
    description: 'A place to look around. Everybody is welcome.',
    welcomeText: `Walk with the arrow keys or click where you want to go. Come close to somebody and you hear each other. ${residentName} is always here to practise with.`,
    mapId: map.id,
    mapUrl: map.url,
    region,
    hasResident: true,
    visibility: 'public',
    passwordHash: null,
    capacity: 100,
    createdBy: null,
    createdAt: new Date().toISOString(),
  };
}

/**
 * Makes the demo space when it is missing; one that is there stays as it is. Several processes may do so at once: there
 * is one by that slug.
 */
export function ensureDemoSpace(store: Store, region: string): Promise<Space> {
  return store.spaces.ensure(demoSpace(region));
}
