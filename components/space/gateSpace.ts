/** What the page knows of a space before anybody is in it. */
export interface GateSpace {
  readonly id: string;
  readonly name: string;
  readonly mapUrl: string;
  readonly hasResident: boolean;
}
