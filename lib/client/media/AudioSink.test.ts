import { describe, expect, test, vi } from 'vitest';
import { ManualTimers } from '../call/Timers.ts';
import { AudioSink, overlapMs, takeoverLimitMs } from './AudioSink.ts';
import { MemoryTrack } from './MemoryTrack.ts';

function refusal(): Error {
  const error = new Error('touch the page first');
  error.name = 'NotAllowedError';
  return error;
}

/** A sink whose browser does as told: refuses, or never begins to sound. */
function setUp() {
  const timers = new ManualTimers();
  const browser = {
    isRefusing: false,
    isStalling: false,
    isBroken: false,
    speakers: new Map<string, string>(),
  };
  const playing = new Set<string>();
  const startPlayback = (track: MediaStreamTrack) => ({
    async play() {
      if (browser.isRefusing) throw refusal();
      if (browser.isBroken) throw new Error('interrupted');
      if (browser.isStalling) await new Promise(() => undefined);
      playing.add(track.id);
    },
    async setSpeaker(deviceId: string) {
      browser.speakers.set(track.id, deviceId);
    },
    stop: () => playing.delete(track.id),
  });
  const problems: string[] = [];
  const sink = new AudioSink({ timers, startPlayback, report: (what) => problems.push(what) });
  const heard = async (...ids: string[]) => vi.waitFor(() => expect([...playing]).toEqual(ids));
  return { timers, browser, sink, playing, heard, problems };
}

const track = (id: string) => new MemoryTrack('audio', id);

describe('AudioSink', () => {
  test('1 plays, and is silent after null', async () => {
    const { sink, heard } = setUp();
    sink.play('bob', track('one'));
    await heard('one');
    sink.play('bob', null);
    await heard();
  });

  test('2 the same track again changes nothing', async () => {
    const { sink, heard, timers } = setUp();
    const one = track('one');
    sink.play('bob', one);
    sink.play('bob', one);
    await heard('one');
    expect(timers.pendingCount).toBe(0);
  });

  test('3 the old track stays until the new one sounds, and shortly beyond', async () => {
    const { sink, heard, timers } = setUp();
    sink.play('bob', track('one'));
    await heard('one');
    sink.play('bob', track('two'));
    await heard('one', 'two');
    await vi.waitFor(() => expect(timers.pendingCount).toBe(2));
    timers.advance(overlapMs);
    await heard('two');
    expect(timers.pendingCount).toBe(0);
  });

  test('4 a new track that never sounds takes over in the end', async () => {
    const { sink, heard, timers, browser } = setUp();
    sink.play('bob', track('one'));
    await heard('one');
    browser.isStalling = true;
    sink.play('bob', track('two'));
    timers.advance(takeoverLimitMs - 1);
    await heard('one');
    timers.advance(1);
    await heard();
  });

  test('5 silence in the middle of a takeover stops both', async () => {
    const { sink, heard, timers } = setUp();
    sink.play('bob', track('one'));
    await heard('one');
    sink.play('bob', track('two'));
    await heard('one', 'two');
    sink.play('bob', null);
    await heard();
    expect(timers.pendingCount).toBe(0);
  });

  test('6 a refusing browser wants a tap, and the tap helps', async () => {
    const { sink, heard, browser } = setUp();
    browser.isRefusing = true;
    sink.play('bob', track('one'));
    await vi.waitFor(() => expect(sink.store.getState().needsTap).toBe(true));
    await sink.resume();
    expect(sink.store.getState().needsTap).toBe(true);
    browser.isRefusing = false;
    await sink.resume();
    expect(sink.store.getState().needsTap).toBe(false);
    await heard('one');
  });

  test('7 with nobody left to hear no tap is wanted', async () => {
    const { sink, browser } = setUp();
    browser.isRefusing = true;
    sink.play('bob', track('one'));
    await vi.waitFor(() => expect(sink.store.getState().needsTap).toBe(true));
    sink.play('bob', null);
    expect(sink.store.getState().needsTap).toBe(false);
  });

  test('8 the speaker holds for voices now and later', async () => {
    const { sink, browser } = setUp();
    sink.play('bob', track('one'));
    await sink.setSpeaker('earphones');
    sink.play('carol', track('two'));
    expect([...browser.speakers]).toEqual([
      ['one', 'earphones'],
      ['two', 'earphones'],
    ]);
  });

  test('8b a voice that fails for another reason does not ask for a touch', async () => {
    const { sink, browser, problems } = setUp();
    browser.isRefusing = true;
    sink.play('bob', track('one'));
    await vi.waitFor(() => expect(sink.store.getState().needsTap).toBe(true));
    browser.isRefusing = false;
    browser.isBroken = true;
    await sink.resume();
    expect(sink.store.getState().needsTap).toBe(false);
    expect(problems).toEqual(['sound was not played']);
  });

  test('9 a dispose silences everybody and starts nobody any more', async () => {
    const { sink, heard, timers, problems } = setUp();
    sink.play('bob', track('one'));
    await heard('one');
    sink.dispose();
    sink.play('carol', track('two'));
    await heard();
    expect([timers.pendingCount, problems]).toEqual([0, []]);
  });
});
