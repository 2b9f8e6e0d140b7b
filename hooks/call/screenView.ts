import type { CallState } from '#lib/client/call/callState.ts';
import type { ShareState } from '#lib/client/call/screen/createScreenShare.ts';

/** One shared screen of the call. */
export interface ScreenView {
  readonly sessionId: string;
  readonly name: string;
  readonly isSelf: boolean;
  /** Null until it comes. */
  readonly track: MediaStreamTrack | null;
}

/** The shared screens of the call: the others' in the order of their tiles, the own one last. */
export function screenViews(
  call: CallState,
  self: { readonly sessionId: string; readonly name: string } | null,
  share: ShareState,
): readonly ScreenView[] {
  if (call.kind !== 'active') return [];
  const others = call.participants
    .filter(({ screen, isResident }) => screen && !isResident)
    .map(({ sessionId, username, screenTrack }) => ({
      sessionId,
      name: username,
      isSelf: false,
      track: screenTrack,
    }));
  if (self === null || share.kind !== 'on') return others;
  const { sessionId, name } = self;
  return [...others, { sessionId, name, isSelf: true, track: share.video }];
}

/** What somebody decided about the large screen; at first nothing. */
export type StageChoice =
  | { readonly kind: 'auto' }
  | { readonly kind: 'pinned'; readonly sessionId: string }
  /** Made small, while these were shared: another one comes large again. */
  | { readonly kind: 'shrunk'; readonly sessionIds: readonly string[] };

export const autoStage: StageChoice = { kind: 'auto' };

/**
 * The screen that is shown large. Undecided it is another person's, for to see a screen is why it is shared; the own one
 * only when asked for, because on the same screen it would show itself in itself.
 */
export function stagedScreen(screens: readonly ScreenView[], choice: StageChoice): ScreenView | null {
  if (choice.kind === 'pinned') {
    const pinned = screens.find(({ sessionId }) => sessionId === choice.sessionId);
    if (pinned !== undefined) return pinned;
  }
  const known = choice.kind === 'shrunk' ? choice.sessionIds : [];
  return screens.findLast(({ isSelf, sessionId }) => !isSelf && !known.includes(sessionId)) ?? null;
}

/** Making the large screen small: it stays so for everything that is shared now. */
export function shrunkStage(screens: readonly ScreenView[]): StageChoice {
  return { kind: 'shrunk', sessionIds: screens.map(({ sessionId }) => sessionId) };
}
