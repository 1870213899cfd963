/** Which strings of a `setup.py` are requirements, and which are not. Nothing is run. */

import { expect, test } from "vitest";
import { readSetupPy } from "../../../server/src/core/readers/setupPy.ts";

function namesIn(text: string): string[] {
  return readSetupPy(text).references.flatMap(({ kind, name }) => (kind === "distribution" ? name : []));
}

const inCalls = [
  `install_requires=base + ['reqeusts']`,
  `install_requires={'reqeusts'}`,
  `install_requires=(['reqeusts'])`,
  `install_requires=('reqeusts')`,
  `install_requires=list(['reqeusts'])`,
  `install_requires=tuple(('reqeusts',))`,
  `install_requires=[*b, 'reqeusts']`,
  `**{'install_requires': ['reqeusts']}`,
  `extras_require={k: ['reqeusts']}`,
  `extras_require={'a': "reqeusts"}`,
  `extras_require=dict(a=['reqeusts'])`,
  `install_requires=['reqeusts>=%s' % 1]`,
  `install_requires=['reqeusts>={}'.format(1)]`,
  `install_requires=['req\\145usts']`,
  `install_requires=['req\\x65usts']`,
  `install_requires=['r\\u0065qeusts']`,
  `install_requires='flask\\nreqeusts'`,
  `install_requires=['flask\\nreqeusts']`,
  `install_requires="""\nflask\nreqeusts\n"""`,
  `install_requires="flask reqeusts".split()`,
  `install_requires=['reqe' 'usts']`,
  `install_requires=['a' if x == 'y' else 'reqeusts']`,
  `install_requires=['reqeusts' if x == 'y' else 'a']`,
  `install_requires=x or ['reqeusts']`,
  `install_requires=['reqeusts==' + V]`,
  `install_requires=[\n'reqe'\n'usts']`,
];
const inVariables = [
  `r = ['a']\nr = ['reqeusts']\nsetup(install_requires=r)`,
  `if x:\n  r = ['reqeusts']\nsetup(install_requires=r)`,
  `a = b = ['reqeusts']\nsetup(install_requires=a)`,
  `a = b = ['reqeusts']\nsetup(install_requires=b)`,
  `a = []\na += ['reqeusts']\nsetup(install_requires=a)`,
  `a.append('reqeusts')\nsetup(install_requires=a)`,
  `a.extend(['reqeusts'])\nsetup(install_requires=a)`,
  `k['install_requires'] = ['reqeusts']\nsetup(**k)`,
  `k = {'install_requires': ['reqeusts']}\nsetup(**k)`,
  `k = dict(install_requires=['reqeusts'])\nsetup(**k)`,
  `E = {}\nE['dev'] = ['reqeusts']\nsetup(extras_require=E)`,
  `D: list[str] = ['reqeusts']\nsetup(extras_require={'a': D})`,
  `x = ['reqeusts']; setup(install_requires=x)`,
  `a = ['reqeusts']\nb = a + []\nsetup(install_requires=b)`,
  `install_requires = []\ninstall_requires += ['reqeusts']`,
  `install_requires = []\ninstall_requires.append('reqeusts')\nsetup(install_requires=install_requires)`,
  "setup(install_requires= # c\n ['reqeusts'])",
  "setup(install_requires=base\n # c\n + ['reqeusts'])",
  "setup(install_requires=base # c\n + ['reqeusts'], **k)",
  "setup(**{'install_requires':\n base\n + ['reqeusts']})",
  "setup(install_requires=[u'reqeusts'])",
  "setup(install_requires=[f'reqeusts=={VERSION}'])",
  "setup(install_requires=['''\\\nreq\\\neusts\n'''])",
  "setup(install_requires=['reqeusts ; os_name==\\'x\\''])",
  "setup(install_requires=['reqeusts @ \\U00110000'])",
];

test.each([...inCalls.map((each) => `setup(${each})`), ...inVariables])("%j asks for it", (text) => {
  expect(namesIn(text)).toContain("reqeusts");
});

const notInCalls = [
  `install_requires=read('requests')`,
  `install_requires=open('requests').read().splitlines()`,
  `install_requires=[x for x in f('requests') if x != 'requests']`,
  `extras_require={'requests': []}`,
  `extras_require={requests: []}`,
  `install_requires=C['requests']`,
  `install_requires=find_packages('requests')`,
  `install_requires=['acme-' + n]`,
  `install_requires=[n + '-requests']`,
  `install_requires=['%s' % 'requests']`,
  `install_requires=['{}'.format('requests')]`,
  `install_requires=[] if 'requests' in x else []`,
  `install_requires=x['requests':]`,
  `install_requires=[], name='requests'`,
  `install_requires=[\n name="requests"`,
  `install_requires=[] if x == 'requests' else y`,
  `install_requires=x == 'requests' and y or []`,
  `install_requires="requests.txt"`,
  `install_requires=lambda: 'requests'`,
];
const notInVariables = [
  `v = "requests"\nsetup(install_requires=[f"{v}", "%s" % v, "acme" + v, v + "-x"])`,
  `k = {'install_requires': ['requests']}`,
  `k = 'requests'\nsetup(extras_require={k: []})`,
  `setup(name='requests', install_requires=name)`,
  `setup(\n    name='requests',\n install_requires=name)`,
  `x.install_requires = ['requests']`,
  `"""'install_requires': ['requests']"""\nf(**k)`,
  `r = 'requirements.txt'\nr = open(r).read()\nsetup(install_requires=r)`,
  `c = {'v': 'requests'}\nsetup(install_requires=c['v'])`,
  `x = 'requests'\n'requests'\nsetup(install_requires=[])`,
  `N='requests'\nS='-x'\nsetup(install_requires=[N + S])`,
  "setup(install_requires=[]\n'requests')",
  "setup(install_requires=[]\nname='requests')",
  "setup(install_requires=x 'requests')",
  "install_requires = []\n'requests'",
  "install_requires = []\nx = ['requests']",
  "setup(install_requires=[])\nx = ['requests']",
  "setup(install_requires=['requests",
  "k['install_requires'] = []\n['requests']\nsetup(**k)",
];

test.each([...notInCalls.map((each) => `setup(${each})`), ...notInVariables])(
  "%j asks for nothing",
  (text) => {
    expect(namesIn(text)).toEqual([]);
  },
);
