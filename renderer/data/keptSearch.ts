// The question of the search and the hit that was opened from it, so that there is a way back to both. Refuses any
// disk: it is in this page's memory only, and goes with the lock or when the window is handed to a client.
export type KeptSearch = { readonly text: string; readonly kind: string; readonly client: string; readonly from: string; readonly to: string; /** The hit that was opened; null while none was. */ readonly hit: string | null };

let kept: KeptSearch | null = null;

export function keptSearch(): KeptSearch | null {
  return kept;
}

export function keepSearch(search: KeptSearch): void {
  kept = search;
}

export function forgetSearch(): void {
  kept = null;
}
