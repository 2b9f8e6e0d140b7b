/** How long somebody is kept out, in s; `null`: until it is lifted. */
export const lastingS = { hour: 3_600, day: 86_400, week: 604_800, open: null } as const;

export const lastings = ['hour', 'day', 'week', 'open'] as const satisfies (keyof typeof lastingS)[];

export const isLasting = (value: string): value is keyof typeof lastingS => value in lastingS;

/** How long an invitation works, in s; `null`: until it is ended. */
export const validityS = { day: 86_400, week: 604_800, month: 2_592_000, never: null } as const;

export const validities = ['day', 'week', 'month', 'never'] as const satisfies (keyof typeof validityS)[];

export const isValidity = (value: string): value is keyof typeof validityS => value in validityS;
