import type { CAST_IDS } from '#lib/domain/cast.ts';

interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly cast: (typeof CAST_IDS)[number];
  readonly role: 'owner' | 'moderator' | 'member' | 'guest';
  readonly day: number;
}

/** People who live in the gallery. Names are the same in every language. */
export const samplePeople: readonly [SamplePerson, ...SamplePerson[]] = [
  { id: '1', name: 'Mira', cast: 'mira', role: 'owner', day: 3 },
  { id: '2', name: 'Jonas', cast: 'jonas', role: 'moderator', day: 9 },
  { id: '3', name: 'Amara', cast: 'amara', role: 'member', day: 14 },
  { id: '4', name: 'Tomás', cast: 'tomas', role: 'member', day: 21 },
  { id: '5', name: 'Yuki', cast: 'yuki', role: 'guest', day: 27 },
];

/** A day of January 2026, so that the page looks the same on every day. */
export const sampleDay = (day: number): Date => new Date(Date.UTC(2026, 0, day, 10));

export const sampleSpace = 'Harbour Studio';
export const sampleLink = 'https://vicinity.example/invite/Zk3mV0c8rQ1xT7yB5nL2pW9s';
