// Catches an error of the editor so that text is never lost to it: the editor is built anew from
// the last text, which lives outside of it. Refuses to try forever: after a few errors in a row the
// note is shown to be read, and saved, but not edited.
import { Component, type ReactNode } from 'react';
import { backTo, placeRead, type PlaceRead } from '../../editor/placeRead.ts';

const MOST_RESTARTS = 4;
/** Errors further apart than this are not in a row. */
const IN_A_ROW_MS = 60_000;

type BoundaryProps = {
  /** Draws the editor; `turn` grows with each restart and belongs into its key. */
  children: (turn: number) => ReactNode;
  /** Shown when the editor cannot be kept alive. */
  fallback: ReactNode;
  onRestart: () => void;
  /** The editor is given up; the fallback is shown. */
  onStop: () => void;
};

/** Messages that slate-dom throws outside of rendering when the page and the note have parted. */
const DOM_MISMATCH = /Cannot resolve a (DOM|Slate) (point|node|range)|Cannot find a descendant at path/;

type BoundaryState = { turn: number; broken: boolean; stopped: boolean };

export class EditorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { turn: 0, broken: false, stopped: false };
  #restarts: number[] = [];
  #place: PlaceRead | null = null;

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidMount(): void {
    globalThis.addEventListener('error', this.#onError);
  }

  override componentDidCatch(): void {
    this.#restart();
  }

  // While the old editor still stands on the page.
  override getSnapshotBeforeUpdate(_props: BoundaryProps, before: BoundaryState): null {
    if (!before.broken && (this.state.broken || this.state.turn !== before.turn)) this.#place = placeRead();
    return null;
  }

  override componentDidUpdate(_props: BoundaryProps, before: BoundaryState): void {
    if (this.state.turn === before.turn || this.state.broken) return;
    const place = this.#place;
    this.#place = null;
    if (place === null) return;
    backTo(place);
    // Once more when the sections in sight have their real heights.
    requestAnimationFrame(() => backTo(place));
  }

  override componentWillUnmount(): void {
    globalThis.removeEventListener('error', this.#onError);
  }

  readonly #onError = (event: ErrorEvent): void => {
    if (DOM_MISMATCH.test(event.message)) this.#restart();
  };

  #restart(): void {
    if (this.state.stopped) return;
    const now = performance.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < IN_A_ROW_MS), now];
    if (this.#restarts.length > MOST_RESTARTS) {
      this.setState({ stopped: true });
      this.props.onStop();
      return;
    }
    globalThis.getSelection()?.removeAllRanges();
    this.setState(({ turn }) => ({ turn: turn + 1, broken: false }));
    this.props.onRestart();
  }

  override render(): ReactNode {
    if (this.state.stopped) return this.props.fallback;
    return this.state.broken ? null : this.props.children(this.state.turn);
  }
}
