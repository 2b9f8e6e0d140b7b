import { describe, expect, it } from 'vitest';
import { createRateLimits } from './rateLimits.ts';

describe('rate limits', () => {
  it('refuse an address beyond its minute, and no other one', async () => {
    const limits = createRateLimits({ guests: 2, tickets: 2, reads: 2 });
    await limits.consume('guests', '192.0.2.1');
    await limits.consume('guests', '192.0.2.1');
    await expect(limits.consume('guests', '192.0.2.1')).rejects.toMatchObject({ code: 'rate_limited' });
    await expect(limits.consume('guests', '192.0.2.2')).resolves.toMatchObject({ limit: 2, remaining: 1 });
    await expect(limits.consume('tickets', '192.0.2.1')).resolves.toMatchObject({ limit: 2, remaining: 1 });
  });

  it('grow by a factor', async () => {
    const limits = createRateLimits({ guests: 2 }, 3);
    await expect(limits.consume('guests', '192.0.2.1')).resolves.toMatchObject({ limit: 6, remaining: 5 });
  });
});
