import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { RecordingLogger } from '../gateway/testing/RecordingLogger.ts';
import { notifyLive } from './notifyLive.ts';
import type { ControlCommand } from './ports.ts';

const command = { kind: 'person-changed', userId: uuidv7() } as const;

/** A live part that fails or stays silent a few times. */
function liveThat(answers: ('fails' | 'hangs' | 'works')[]) {
  const heard: ControlCommand[] = [];
  const logger = new RecordingLogger();
  const control = {
    apply(notice: ControlCommand): Promise<{ reached: number }> {
      const answer = answers[heard.length] ?? 'works';
      heard.push(notice);
      if (answer === 'hangs') return new Promise(() => undefined);
      return answer === 'fails' ? Promise.reject(new Error('away')) : Promise.resolve({ reached: 1 });
    },
  };
  return { heard, logger, control };
}

describe('telling the live part', () => {
  it.each([
    ['once when that works', [], 1],
    ['again when it fails', ['fails'], 2],
    ['again when there is no answer', ['hangs', 'fails'], 3],
  ] as const)('is tried %s', async (_name, answers, tries) => {
    const live = liveThat([...answers]);
    await notifyLive(live, command);
    expect(live.heard).toEqual(Array.from({ length: tries }, () => command));
    expect(live.logger.lines).toEqual([]);
  });

  it('ends after three tries within 2 s in an error line, and never throws', async () => {
    const live = liveThat(['fails', 'hangs', 'hangs', 'works']);
    const beganMs = performance.now();
    await notifyLive(live, command);
    expect(performance.now() - beganMs).toBeLessThan(2_300);
    expect(live.heard).toHaveLength(3);
    expect(live.logger.lines).toMatchObject([{ level: 'error', context: { kind: 'person-changed' } }]);
  });
});
