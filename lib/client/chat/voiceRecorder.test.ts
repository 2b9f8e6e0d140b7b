import { describe, expect, it } from 'vitest';
import { createVoiceRecorder } from './voiceRecorder.ts';

describe('a recorder where nothing can be recorded', () => {
  it('says so, can be asked again, and forgets it', async () => {
    const recorder = createVoiceRecorder();
    expect(recorder.getState()).toEqual({ kind: 'idle' });
    await recorder.start();
    expect(recorder.getState()).toEqual({ kind: 'problem', reason: 'unsupported' });
    await recorder.start();
    expect(recorder.getState().kind).toBe('problem');
    recorder.stop();
    recorder.discard();
    expect(recorder.getState()).toEqual({ kind: 'idle' });
  });
});
