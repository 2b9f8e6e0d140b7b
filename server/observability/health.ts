import type { Role } from '../config.ts';

export type CheckResult = { status: 'ok'; [detail: string]: unknown } | { status: 'failed'; reason: string };

/** One question about a part. It resolves with details, or rejects with what is wrong. */
export type Check = () => Promise<object>;

export interface HealthReport {
  status: 'ok' | 'failed';
  role: Role;
  version: string;
  uptimeS: number;
  checks: Record<string, CheckResult>;
}

/** A part that does not answer within this time, in ms, counts as failed: balancers do not wait longer. */
const checkTimeoutMs = 2_000;

async function run(check: Check): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${checkTimeoutMs} ms`)), checkTimeoutMs);
  });
  try {
    return { status: 'ok', ...(await Promise.race([check(), late])) };
  } catch (error) {
    return { status: 'failed', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Asks every part and sums up: one failed part makes the whole report `failed`. */
export async function healthReport(
  role: Role,
  version: string,
  checks: Record<string, Check>,
): Promise<HealthReport> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await run(check)] as const),
  );
  return {
    status: results.every(([, result]) => result.status === 'ok') ? 'ok' : 'failed',
    role,
    version,
    uptimeS: Math.round(process.uptime()),
    checks: Object.fromEntries(results),
  };
}

/** 200 when all is well, 503 when a balancer should send nobody here. */
export const healthStatus = (report: HealthReport): number => (report.status === 'ok' ? 200 : 503);
