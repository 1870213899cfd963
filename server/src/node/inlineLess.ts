/** A setting of V8 for the server and the command line. */

import { setFlagsFromString } from "node:v8";

/**
 * V8 puts less of other functions into the ones that it compiles for the long run. Our code works for milliseconds and then rests:
 * with large functions it is over before they are ready, and their compiler has taken the other processor meanwhile.
 */
export function inlineLess(): void {
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=100");
}
