// Must be the first import of the window: the schema library may not probe for `new Function`, which the content
// security policy forbids. The build puts it into one file with that library (electron.vite.config.ts): in the entry's
// own file it would come after the files that the entry loads, and the schemas in them.
import { config } from 'zod';

config({ jitless: true });
