import { createStore, type StoreApi } from 'zustand/vanilla';
import { Scope } from '../Scope.ts';
import type { Timers } from '../Timers.ts';
import { captureScreen, type ScreenRefusal, type ScreenSource } from './captureScreen.ts';

export type ShareState =
  | { readonly kind: 'off' }
  /** The browser asks the person what to show. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'on'; readonly video: MediaStreamTrack; readonly audio: MediaStreamTrack | null };

/** Something about the share that the person should be told once. */
export type ShareNews =
  | { readonly what: 'refused'; readonly reason: ScreenRefusal }
  /** It ended without a press of the page's own button: in the browser's bar, or because the call ended. */
  | { readonly what: 'ended'; readonly by: 'browser' | 'call' };

export interface ShareStoreState {
  readonly share: ShareState;
  /** `id` grows with each, so that two alike are told apart. */
  readonly news: (ShareNews & { readonly id: number }) | null;
}

/** The own screen, as long as it is shared. It lasts for one call at most. */
export interface ScreenShare {
  readonly store: StoreApi<ShareStoreState>;
  /** Asks for a screen; call it straight from a click. Resolves when the browser has answered; refusals are news. */
  start(): Promise<void>;
  stop(): void;
  /** The call is over: nobody is shown anything without being asked again. */
  callEnded(): void;
  /** Ends it for good. Idempotent. */
  dispose(): void;
}

export function createScreenShare(source: ScreenSource | undefined, timers: Timers): ScreenShare {
  return new PageShare(source, timers);
}

class PageShare implements ScreenShare {
  readonly store: StoreApi<ShareStoreState> = createStore<ShareStoreState>(() => ({
    share: { kind: 'off' },
    news: null,
  }));
  readonly #source: ScreenSource | undefined;
  readonly #scope: Scope;
  #shown: Scope;
  /** Grows with each start and end: an answer to an older question is thrown away. */
  #wish = 0;
  #newsId = 0;

  constructor(source: ScreenSource | undefined, timers: Timers) {
    this.#source = source;
    this.#scope = new Scope(timers);
    this.#shown = this.#scope.child();
  }

  async start(): Promise<void> {
    if (this.store.getState().share.kind !== 'off' || this.#scope.isClosed) return;
    this.#wish += 1;
    const wish = this.#wish;
    this.store.setState({ share: { kind: 'asking' } });
    const captured = await captureScreen(this.#source);
    if (captured.video === null) {
      if (wish === this.#wish) this.#end({ what: 'refused', reason: captured.reason });
      return;
    }
    if (wish === this.#wish) this.#show(captured.video, captured.audio);
    else for (const track of [captured.video, captured.audio]) track?.stop();
  }

  stop(): void {
    this.#end(null);
  }

  callEnded(): void {
    const isOn = this.store.getState().share.kind === 'on';
    this.#end(isOn ? { what: 'ended', by: 'call' } : null);
  }

  dispose(): void {
    this.#end(null);
    this.#scope.close();
  }

  #show(video: MediaStreamTrack, audio: MediaStreamTrack | null): void {
    const scope = this.#scope.child();
    this.#shown = scope;
    scope.add(() => video.stop());
    scope.listen(video, 'ended', () => this.#end({ what: 'ended', by: 'browser' }));
    if (audio !== null) {
      scope.add(() => audio.stop());
      scope.listen(audio, 'ended', () => this.#soundEnded());
    }
    this.store.setState({ share: { kind: 'on', video, audio } });
  }

  /** The picture goes on. */
  #soundEnded(): void {
    const { share } = this.store.getState();
    if (share.kind === 'on') this.store.setState({ share: { ...share, audio: null } });
  }

  #end(news: ShareNews | null): void {
    this.#wish += 1;
    this.#shown.close();
    if (this.store.getState().share.kind === 'off') return;
    this.store.setState({ share: { kind: 'off' } });
    if (news === null) return;
    this.#newsId += 1;
    this.store.setState({ news: { ...news, id: this.#newsId } });
  }
}
