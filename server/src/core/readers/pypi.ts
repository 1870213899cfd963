/** Whether an index is the public one, as settings and lock files name it: what comes from any other is not ours to judge. */

const PYPI = /^https?:\/\/(?:[^/?#@]*@)?(?:pypi\.org|pypi\.python\.org)(?:[:/?#]|$)/i;

export function isPyPi(url: string): boolean {
  return PYPI.test(url.trim());
}
