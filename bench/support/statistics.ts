/** The value below which a share of the samples lies (nearest rank). Throws on an empty list. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('no samples');
  return value;
}

/** The middle of the rounds' figures. */
export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5);
}
