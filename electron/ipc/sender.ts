// Who may speak to the main process: the main frame of our one window, on a page of our own scheme.
// Refuses every other frame, also one that has just gone away.

/** What is needed of Electron's `IpcMainInvokeEvent`. `senderFrame` is null once the frame is gone. */
export type SenderEvent = {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
  readonly sender: { readonly id: number };
};

/** True for exactly `app://bundle/...`; compared by parts, because "starts with" can be fooled. */
export function isBundleUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'app:' && url.host === 'bundle' && url.username === '' && url.password === '';
}

/** True when the event comes from the main frame of the window `windowId`, showing a trusted page. */
export function isTrustedSender(event: SenderEvent, windowId: number | null, isTrustedUrl: (url: string) => boolean = isBundleUrl): boolean {
  const frame = event.senderFrame;
  if (frame === null || windowId === null) return false;
  if (event.sender.id !== windowId || frame.parent !== null) return false;
  return isTrustedUrl(frame.url);
}
