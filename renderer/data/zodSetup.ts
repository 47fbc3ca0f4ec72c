// Must be the first import of the window: the schema library may not probe for `new Function`,
// which the content security policy forbids.
import { config } from 'zod';

config({ jitless: true });
