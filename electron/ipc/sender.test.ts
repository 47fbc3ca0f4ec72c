// Only the main frame of our own window on our own page may call.
import { describe, expect, it } from 'vitest';
import { isBundleUrl, isTrustedSender } from './sender.ts';

const PAGE = 'app://bundle/index.html';
const frame = (url: string, parent: unknown = null) => ({ senderFrame: { url, parent }, sender: { id: 7 } });

describe('the sender check', () => {
  it('trusts the page of the window', () => {
    expect(isTrustedSender(frame(PAGE), 7)).toBe(true);
    expect(isTrustedSender(frame('app://bundle/'), 7)).toBe(true);
  });

  it('refuses a frame that is gone, another window, and no window', () => {
    expect(isTrustedSender({ senderFrame: null, sender: { id: 7 } }, 7)).toBe(false);
    expect(isTrustedSender(frame(PAGE), 8)).toBe(false);
    expect(isTrustedSender(frame(PAGE), null)).toBe(false);
  });

  it('refuses a frame inside the page', () => {
    expect(isTrustedSender(frame(PAGE, { url: PAGE }), 7)).toBe(false);
  });

  it.each([
    'app://bundle.evil.example/', 'app://evil/bundle', 'app://bundle:80/', 'app://x@bundle/', 'https://bundle/', 'file:///app://bundle/', 'appx://bundle/', 'about:blank', 'data:text/html,app://bundle/', 'app:bundle', '', 'not a url',
  ])('refuses %s', (url) => {
    expect(isBundleUrl(url)).toBe(false);
    expect(isTrustedSender(frame(url), 7)).toBe(false);
  });
});
