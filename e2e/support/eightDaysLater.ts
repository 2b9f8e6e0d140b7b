/** Loaded before a server's own program: its clock is eight days ahead, so that what lasts a week is over. */
const aheadMs = 8 * 24 * 3_600_000;

const now = Date.now.bind(Date);
Date.now = () => now() + aheadMs;

globalThis.Date = new Proxy(Date, {
  construct: (clock, given: unknown[], target) =>
    Reflect.construct(clock, given.length === 0 ? [clock.now()] : given, target),
});
