// Catches an error while a room is drawn, so that the rail, the lock and every other room stay in
// reach. Refuses to draw the same room again by itself: it waits for a press or another route.
import { Component, type ReactNode } from 'react';
import { frameText } from '../shared/text/en/frame.ts';
import type { Route } from './data/route.ts';
import { Notice } from './ui/Notes.tsx';

const t = frameText.roomBroken;

type RoomBoundaryProps = { readonly route: Route; readonly children: ReactNode };
type RoomBoundaryState = { readonly broken: boolean; readonly route: Route };

/** The room, or a sentence and a way to try again in its place. */
export class RoomBoundary extends Component<RoomBoundaryProps, RoomBoundaryState> {
  override state: RoomBoundaryState = { broken: false, route: this.props.route };

  static getDerivedStateFromError(): Pick<RoomBoundaryState, 'broken'> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ route }: RoomBoundaryProps, before: RoomBoundaryState): RoomBoundaryState | null {
    return route === before.route ? null : { broken: false, route };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <div className="page"><Notice tone="error" title={t.title} action={{ label: frameText.tryAgain, perform: () => this.setState({ broken: false }) }}>{t.text}</Notice></div>;
  }
}
