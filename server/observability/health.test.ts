import { describe, expect, it } from 'vitest';
import { healthReport, healthStatus } from './health.ts';

describe('health', () => {
  it('is 200 with details when every part answers', async () => {
    const report = await healthReport('all', '1.2.3', {
      database: async () => ({ pool: 4 }),
      media: async () => ({}),
    });
    expect(report).toMatchObject({ status: 'ok', role: 'all', version: '1.2.3' });
    expect(report.checks).toEqual({ database: { status: 'ok', pool: 4 }, media: { status: 'ok' } });
    expect(report.uptimeS).toBeGreaterThanOrEqual(0);
    expect(healthStatus(report)).toBe(200);
  });

  it('is 503 when one part fails, and says which and why', async () => {
    const broken = () => Promise.reject(new Error('no connection'));
    const report = await healthReport('web', '1', { database: broken, media: async () => ({}) });
    expect(report.checks.database).toEqual({ status: 'failed', reason: 'no connection' });
    expect(report.checks.media).toEqual({ status: 'ok' });
    expect(healthStatus(report)).toBe(503);
  });

  it('does not wait for a part that never answers', async () => {
    const report = await healthReport('all', '1', { media: () => new Promise(() => undefined) });
    expect(report.checks.media).toMatchObject({ status: 'failed' });
  });
});
