/** What a benchmark found. */
export interface Outcome {
  /** The figure as a person reads it, such as `p95 310 ms, 1.4× bare`. */
  readonly figure: string;
  readonly goal: string;
  /** `refused`: the run cannot be trusted, because the load side was the limit. */
  readonly verdict: 'met' | 'short' | 'refused';
  /** Everything measured, for the results file. */
  readonly details: object;
}

export interface Benchmark {
  readonly name: string;
  /** One sentence: what is done, and what beside it. */
  readonly about: string;
  /** @param isQuick under a minute, by the same code. */
  run(isQuick: boolean): Promise<Outcome>;
}
