import { describe, expect, test } from 'vitest';
import { Scope } from './Scope.ts';
import { ManualTimers } from './Timers.ts';

describe('Scope', () => {
  test('1 releases from the newest to the oldest, once', () => {
    const order: string[] = [];
    const scope = new Scope(new ManualTimers());
    scope.add(() => order.push('first'));
    scope.add(() => order.push('second'));
    scope.close();
    scope.close();
    expect(order).toEqual(['second', 'first']);
    expect(scope.size).toBe(0);
  });

  test('2 a timer runs once and is forgotten; a closed scope runs none', () => {
    const timers = new ManualTimers();
    const scope = new Scope(timers);
    let runs = 0;
    scope.after(10, () => {
      runs += 1;
    });
    timers.advance(50);
    expect([runs, scope.size]).toEqual([1, 0]);
    scope.after(10, () => {
      runs += 1;
    });
    scope.close();
    timers.advance(50);
    expect([runs, timers.pendingCount]).toEqual([1, 0]);
  });

  test('3 a repeated task ends with its cancellation, also from within', () => {
    const timers = new ManualTimers();
    const scope = new Scope(timers);
    let runs = 0;
    const cancel = scope.every(10, () => {
      runs += 1;
      if (runs === 3) cancel();
    });
    timers.advance(100);
    expect(runs).toBe(3);
    expect(timers.pendingCount).toBe(0);
  });

  test('4 a child ends with its parent, and leaves nothing behind when it ends earlier', () => {
    const scope = new Scope(new ManualTimers());
    const early = scope.child();
    const late = scope.child();
    early.close();
    expect(scope.size).toBe(1);
    scope.close();
    expect(late.isClosed).toBe(true);
  });

  test('5 what comes too late is released at once', () => {
    const scope = new Scope(new ManualTimers());
    scope.close();
    let isReleased = false;
    scope.add(() => {
      isReleased = true;
    });
    expect(isReleased).toBe(true);
    expect(scope.child().isClosed).toBe(true);
  });

  test('6 an event target is left alone after the end', () => {
    const scope = new Scope(new ManualTimers());
    const target = new EventTarget();
    let heard = 0;
    scope.listen(target, 'ping', () => {
      heard += 1;
    });
    target.dispatchEvent(new Event('ping'));
    scope.close();
    target.dispatchEvent(new Event('ping'));
    expect(heard).toBe(1);
  });

  test('7 what is released early is not released again', () => {
    const scope = new Scope(new ManualTimers());
    let releases = 0;
    const release = scope.add(() => {
      releases += 1;
    });
    release();
    scope.close();
    expect(releases).toBe(1);
  });
});
