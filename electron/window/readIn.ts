// Reads a small file that the person chose. Refuses to wait for a pipe, to read a device, and to take in more than it
// was told to, also from a file that grows meanwhile.
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** Opening a pipe that nobody writes to does not wait; Windows has no such pipes. */
const FLAGS = process.platform === 'win32' ? constants.O_RDONLY : constants.O_RDONLY | constants.O_NONBLOCK;

/** The text of a regular file of at most so many bytes. Errors are Node's own, or EINVAL for what is no file. */
export async function readIn(path: string, mostBytes: number): Promise<{ readonly content: string } | 'tooLarge'> {
  const file = await open(path, FLAGS);
  try {
    if (!(await file.stat()).isFile()) throw Object.assign(new Error('EINVAL: not a regular file'), { code: 'EINVAL' });
    const bytes = Buffer.alloc(mostBytes + 1);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled > mostBytes ? 'tooLarge' : { content: bytes.toString('utf8', 0, filled) };
  } finally {
    await file.close();
  }
}
