// Gives the focus, and the caret in a text, back to where they were before something was opened over it. Refuses to
// bring back what is gone.
import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';

type Place = { readonly element: Element | null; readonly range: { readonly from: Node; readonly fromAt: number; readonly to: Node; readonly toAt: number } | null };

function here(): Place {
  const selection = document.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  const element = document.activeElement;
  const inText = element instanceof HTMLElement && element.isContentEditable;
  return { element, range: inText && selection && anchorNode && focusNode ? { from: anchorNode, fromAt: selection.anchorOffset, to: focusNode, toAt: selection.focusOffset } : null };
}

function goBack({ element, range }: Place): void {
  if (!(element instanceof HTMLElement) || !element.isConnected) return;
  element.focus({ preventScroll: true });
  if (range?.from.isConnected && range.to.isConnected) document.getSelection()?.setBaseAndExtent(range.from, range.fromAt, range.to, range.toAt);
}

/** Call while rendering for the first time; the answer closes, goes back, and then does its work, if any. */
export function useReturn(onClose: () => void): (work?: () => void) => void {
  const [place] = useState(here);
  return useCallback((work?: () => void) => {
    if (work === undefined) {
      // At once: the next letter belongs to the text again.
      flushSync(onClose);
      goBack(place);
      return;
    }
    onClose();
    // After the dialog is gone: what is behind it can take the focus again.
    requestAnimationFrame(() => {
      goBack(place);
      // The editor hears of a new selection a moment later.
      requestAnimationFrame(work);
    });
  }, [onClose, place]);
}
