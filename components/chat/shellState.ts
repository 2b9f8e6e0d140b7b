/** What stands beside an open room. */
export type ChatSide =
  | { readonly kind: 'thread'; readonly messageId: string }
  | { readonly kind: 'pins' }
  | { readonly kind: 'search' }
  | { readonly kind: 'notices' };

/** What is open in the chat. */
export interface ShellState {
  readonly roomId: string | null;
  readonly side: ChatSide | null;
}

export const nothingOpen: ShellState = { roomId: null, side: null };

/** Where the parts of the chat stand. */
export interface ShellColumns {
  /** What fills the middle. */
  readonly middle: 'list' | 'room';
  readonly hasListBeside: boolean;
  /** Over the middle, which stays as it is below, where they do not both fit. */
  readonly side: 'none' | 'over' | 'beside';
}

/** From these widths on the page shows two or three columns, in CSS px. */
const twoFrom = 760;
const threeFrom = 1_180;

/** How many columns fit; beside the map there is one. Pure. */
export function columnCount(layout: 'panel' | 'page', widthPx: number): 1 | 2 | 3 {
  if (layout === 'panel' || widthPx < twoFrom) return 1;
  return widthPx < threeFrom ? 2 : 3;
}

/** Where what is open is shown in so many columns. Pure. */
export function columnsOf({ roomId, side }: ShellState, count: 1 | 2 | 3): ShellColumns {
  const hasListBeside = count > 1;
  return {
    middle: roomId === null && !hasListBeside ? 'list' : 'room',
    hasListBeside,
    side: side === null ? 'none' : count === 3 ? 'beside' : 'over',
  };
}

/** The state one step back: what stands beside goes first, then the room. Pure. */
export function stepBack({ roomId, side }: ShellState): ShellState {
  return side === null ? nothingOpen : { roomId, side: null };
}
