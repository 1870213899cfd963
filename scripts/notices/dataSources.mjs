/** Where the facts in `data/` come from, and what their makers ask for. Names are those at the heads of the tables. */

/**
 * @typedef {object} DataSource
 * @property {string} name as at the head of a table, before any comma or bracket
 * @property {string} address
 * @property {string} gives
 * @property {string} licence
 * @property {string} [notice] the source's own words of copyright or attribution
 */

/** @type {readonly DataSource[]} */
export const dataSources = [
  {
    name: "hugovk/top-pypi-packages",
    address: "https://github.com/hugovk/top-pypi-packages",
    gives: "the most downloaded projects, with their downloads in 30 days",
    licence: "none stated; facts",
  },
  {
    name: "DataDog/guarddog",
    address: "https://github.com/DataDog/guarddog",
    gives: "the order of the most downloaded projects in June 2026",
    licence: "Apache-2.0",
    notice: "Copyright Datadog, Inc. This product includes software developed at Datadog.",
  },
  {
    name: "DataDog malicious-software-packages-dataset",
    address: "https://github.com/DataDog/malicious-software-packages-dataset",
    gives: "names of malicious packages, as GuardDog lists them",
    licence: "Apache-2.0",
    notice: "Copyright Datadog, Inc.",
  },
  {
    name: "OSSF malicious-packages",
    address: "https://github.com/ossf/malicious-packages",
    gives: "names of malicious packages, malicious releases and withdrawn reports",
    licence: "Apache-2.0",
  },
  {
    name: "kam193/package-campaigns",
    address: "https://github.com/kam193/package-campaigns",
    gives: "names of malicious packages, from the Package Campaigns Collection by kam193",
    licence: "free to use with attribution of the source",
    notice: "Data by kam193, Package Campaigns Collection, https://bad-packages.kam193.eu/",
  },
  {
    name: "prefix-dev/parselmouth",
    address: "https://github.com/prefix-dev/parselmouth",
    gives: "the PyPI names of the projects that conda-forge packages",
    licence: "BSD-3-Clause",
  },
  {
    name: "typogard",
    address: "https://github.com/mt3443/typogard",
    gives: "names that existed on PyPI in 2020",
    licence: "MIT",
    notice: "Copyright (c) 2021 Matthew Taylor",
  },
  {
    name: "Neupane et al.",
    address: "https://github.com/ldklab/typomind-release",
    gives:
      "names that existed on PyPI in 2022, from the artifact of the study “Beyond Typosquatting: An In-depth Look at " +
      "Package Confusion” (USENIX Security 2023)",
    licence: "MIT",
    notice: "Copyright (c) 2023 TypoMind Authors",
  },
  {
    name: "replit/upm",
    address: "https://github.com/replit/upm",
    gives: "names that existed on PyPI in 2022, and which distribution provides a module",
    licence: "MIT",
    notice: "Copyright (c) 2019 Neoreason d/b/a Repl.it",
  },
  {
    name: "pants",
    address: "https://github.com/pantsbuild/pants",
    gives: "which distribution provides a module",
    licence: "Apache-2.0",
  },
  {
    name: "pipreqs",
    address: "https://github.com/bndr/pipreqs",
    gives: "which distribution provides a module",
    licence: "Apache-2.0",
  },
  {
    name: "grayskull",
    address: "https://github.com/conda/grayskull",
    gives: "which distribution provides a module",
    licence: "Apache-2.0",
  },
  {
    name: "pyodide recipes",
    address: "https://github.com/pyodide/pyodide-recipes",
    gives: "which distribution provides a module",
    licence: "MPL-2.0",
  },
  {
    name: "PyCQA/isort",
    address: "https://github.com/PyCQA/isort",
    gives: "the modules of Python's standard library, by version",
    licence: "MIT",
    notice: "Copyright (c) Timothy Edmund Crosley",
  },
  {
    name: "CPython 3.11",
    address: "https://github.com/python/cpython",
    gives: "the modules of the standard library of Python 3.11",
    licence: "PSF-2.0",
    notice: "Copyright (c) Python Software Foundation; All Rights Reserved",
  },
];
