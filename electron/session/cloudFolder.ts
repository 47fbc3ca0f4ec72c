// Tells from a path whether a sync program or a network share owns the folder. Only warns: the person
// decides. Refuses to look at the disk or the network.

export type CloudWarning = 'none' | 'onedrive' | 'dropbox' | 'icloud' | 'googledrive' | 'network';

type Rule = { readonly warning: CloudWarning; readonly part: RegExp };

/** Names that the sync programs give their folders, with the account or company after a dash or in brackets. */
const PART_RULES: readonly Rule[] = [
  { warning: 'onedrive', part: /^onedrive(?:$|[ -])/i },
  { warning: 'dropbox', part: /^dropbox(?:$|[ (-])/i },
  { warning: 'icloud', part: /^(?:mobile documents|iclouddrive|icloud drive.*|com~apple~clouddocs)$/i },
  { warning: 'googledrive', part: /^(?:google ?drive(?:$|[ -].*)|googledrive-.*|my drive|drivefs)$/i },
];

/** macOS keeps every provider's files under ~/Library/CloudStorage/<Provider>-<account>. */
const CLOUD_STORAGE = /[\\/]library[\\/]cloudstorage[\\/]/i;

const NETWORK_MOUNTS: Readonly<Partial<Record<NodeJS.Platform, RegExp>>> = {
  linux: /^\/(?:net|mnt\/nfs|run\/user\/\d+\/gvfs|media\/sf_[^/]*|mnt\/(?:smb|cifs|share)[^/]*)(?:\/|$)/,
  darwin: /^\/(?:Network|net)(?:\/|$)/,
};

/** The warning for a folder, by its path alone. */
export function cloudWarning(folder: string, platform: NodeJS.Platform): CloudWarning {
  const parts = folder.split(/[\\/]+/);
  const rule = PART_RULES.find((one) => parts.some((part) => one.part.test(part)));
  if (rule !== undefined) return rule.warning;
  if (/^[\\/]{2}[^\\/]/.test(folder) && !/^[\\/]{2}[?.][\\/]/.test(folder)) return 'network';
  if (/^[\\/]{2}\?[\\/]UNC[\\/]/i.test(folder)) return 'network';
  if (NETWORK_MOUNTS[platform]?.test(folder) === true || CLOUD_STORAGE.test(folder)) return 'network';
  return 'none';
}
