import { describe, expect, it } from 'vitest';
import { deviceProblemOf } from './deviceProblem.ts';

const idle = { status: 'idle' } as const;
const denied = { status: 'refused', reason: 'denied' } as const;
const missing = { status: 'refused', reason: 'missing' } as const;

describe('deviceProblemOf', () => {
  it('says nothing while nothing is wrong', () => {
    expect(deviceProblemOf({ microphone: idle, camera: idle })).toBeNull();
  });

  it('joins both when they fail for the same reason', () => {
    expect(deviceProblemOf({ microphone: denied, camera: denied })).toEqual({
      reason: 'denied',
      what: 'both',
    });
  });

  it('puts the microphone before the camera', () => {
    expect(deviceProblemOf({ microphone: missing, camera: denied })).toEqual({
      reason: 'missing',
      what: 'microphone',
    });
    expect(deviceProblemOf({ microphone: idle, camera: missing })).toEqual({
      reason: 'missing',
      what: 'camera',
    });
  });
});
