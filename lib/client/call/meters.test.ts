import { describe, expect, test } from 'vitest';
import type { LinkTotals } from './MediaPath.ts';
import { hasArrived, linkTotalsOf } from './mediaStats.ts';
import { qualityOf } from './quality.ts';
import { holdMs, keepLevel, nextSpeaking, silent, startLevel } from './speaking.ts';

function totals(packetsReceived: number, packetsLost: number, roundTripMs: number | null = 40): LinkTotals {
  return { packetsReceived, packetsLost, roundTripMs };
}

describe('qualityOf', () => {
  test.each([
    ['nothing to compare with', null, totals(100, 0), 'unknown'],
    ['nothing measured', totals(100, 0), null, 'unknown'],
    ['nothing came, nothing was lost', totals(100, 0), totals(100, 0), 'unknown'],
    ['nothing came, something was lost', totals(100, 0), totals(100, 5), 'poor'],
    ['no loss, short way', totals(100, 0), totals(200, 0), 'good'],
    ['unknown round trip', totals(100, 0), totals(200, 0, null), 'good'],
    ['2 % loss', totals(0, 0), totals(98, 2), 'good'],
    ['3 % loss', totals(0, 0), totals(97, 3), 'fair'],
    ['10 % loss', totals(0, 0), totals(90, 10), 'poor'],
    ['old loss does not count', totals(50, 50), totals(150, 50), 'good'],
    ['300 ms', totals(0, 0), totals(100, 0, 300), 'fair'],
    ['800 ms', totals(0, 0), totals(100, 0, 800), 'poor'],
    ['late packets take loss back', totals(100, 10), totals(200, 5), 'good'],
  ] as const)('%s', (_, before, now, quality) => {
    expect(qualityOf(before, now)).toBe(quality);
  });
});

describe('hasArrived', () => {
  const audio = (packetsReceived: number) => [{ type: 'inbound-rtp', kind: 'audio', packetsReceived }];
  const video = (framesDecoded: number) => [
    { type: 'inbound-rtp', kind: 'video', packetsReceived: 50, framesDecoded },
  ];

  test('sound has arrived with the third packet', () => {
    expect(hasArrived('audio', audio(2))).toBe(false);
    expect(hasArrived('audio', audio(3))).toBe(true);
  });

  test('a picture has arrived with the first decoded frame, not with packets', () => {
    expect(hasArrived('video', video(0))).toBe(false);
    expect(hasArrived('video', video(1))).toBe(true);
  });

  test('the other kind does not count', () => {
    expect(hasArrived('video', audio(100))).toBe(false);
    expect(hasArrived('audio', [])).toBe(false);
  });
});

describe('linkTotalsOf', () => {
  test('sums what was received and takes the round trip of the pair in use', () => {
    const entries = [
      { type: 'inbound-rtp', kind: 'audio', packetsReceived: 10, packetsLost: 1 },
      { type: 'candidate-pair' },
      { type: 'candidate-pair', currentRoundTripTime: 0.05 },
    ];
    expect(linkTotalsOf(entries)).toEqual({ packetsReceived: 10, packetsLost: 1, roundTripMs: 50 });
  });

  test('is null before anything came', () => {
    expect(linkTotalsOf([{ type: 'codec' }])).toBeNull();
  });
});

describe('nextSpeaking', () => {
  test('begins at the upper level only', () => {
    expect(nextSpeaking(silent, keepLevel, 0).isSpeaking).toBe(false);
    expect(nextSpeaking(silent, startLevel, 0).isSpeaking).toBe(true);
  });

  test('is kept up by the lower level', () => {
    const speaking = nextSpeaking(silent, startLevel, 0);
    expect(nextSpeaking(speaking, keepLevel, holdMs + 100)).toEqual({
      isSpeaking: true,
      lastLoudMs: holdMs + 100,
    });
  });

  test('outlasts a pause shorter than the hold, and no longer one', () => {
    const speaking = nextSpeaking(silent, 1, 0);
    expect(nextSpeaking(speaking, 0, holdMs - 1).isSpeaking).toBe(true);
    expect(nextSpeaking(speaking, null, holdMs).isSpeaking).toBe(false);
  });

  test('silence keeps its identity, so that nothing is told', () => {
    expect(nextSpeaking(silent, null, 5)).toBe(silent);
  });
});
