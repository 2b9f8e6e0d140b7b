import type { BucketRules } from '../tokenBucket.ts';

/** Pinned messages of a room that are shown; older pins stay, and are not. */
export const pinsMost = 200;

/** Longest message, in UTF-16 units. */
export const messageLengthMost = 2_000;

/** Latest messages of a room that somebody gets who opens it. */
export const recentMessages = 100;

/** Entries of an active room that the cache holds: its latest messages, and as many edits and reactions among them. */
export const cachedEntries = 2 * recentMessages;

/** Most entries that a returning client gets for one room; beyond them it is told to reload the room. */
export const replayMost = 500;

/** Messages of one person over all rooms: a lively talk, not a flood. */
export const personRate: BucketRules = { ratePerS: 5, burst: 15 };

/** Messages of everybody in one room. */
export const roomRate: BucketRules = { ratePerS: 50, burst: 200 };

/** Largest upload, in bytes. */
export const uploadBytesMost = 10 * 1024 * 1024;

/** Longest voice message, in ms. */
export const voiceMsMost = 5 * 60_000;

/** How long somebody counts as typing without saying it again, in ms. */
export const typingMs = 6_000;

/** Longest slow mode, in s: six hours. */
export const slowModeSMost = 21_600;

/** How long an uploaded file waits for its message, in ms: a day. */
export const unsentFileMs = 24 * 60 * 60_000;

/** Most rooms of a space that one person can see before nobody of them makes another one. */
export const roomsMost = 500;
