import { v7 as uuidv7 } from 'uuid';
import type { NewSpace } from '../../persistence/ports.ts';

/** A space that anybody may walk into, unless something else is wished. */
export function newSpace(wishes: Partial<NewSpace> = {}): NewSpace {
  return {
    id: uuidv7(),
    slug: 'office',
    name: 'Office',
    description: '',
    welcomeText: '',
    mapId: 'office',
    mapUrl: '/maps/office.tmj',
    region: 'local',
    hasResident: false,
    visibility: 'public',
    passwordHash: null,
    capacity: 100,
    createdBy: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    ...wishes,
  };
}
