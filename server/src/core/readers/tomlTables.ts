/** TOML's tables and lists while they grow: headers and dotted keys come back to a table that is already there. */

import { newList, newTable, type OpenList, type OpenTable } from "./openValues.ts";
import type { TextValue } from "./writtenValues.ts";

/** What headers and dotted keys have opened below a table. */
interface Opened {
  /** The table that the key means: of a list of tables the last one. */
  table: OpenTable;
  readonly list: OpenList | null;
}

export interface TableOpener {
  /** The table at a key, `[parent.key]`: the one that an earlier header or dotted key opened, else a new one. */
  openTable(parent: OpenTable, key: TextValue): OpenTable;
  /** A new table in the list at a key, `[[parent.key]]`. */
  openListItem(parent: OpenTable, key: TextValue): OpenTable;
}

export function tableOpener(): TableOpener {
  const openedBelow = new Map<OpenTable, Map<string, Opened>>();

  function openedAt(parent: OpenTable, key: TextValue): Opened | undefined {
    return openedBelow.get(parent)?.get(key.value);
  }

  function open(parent: OpenTable, key: TextValue, opened: Opened): OpenTable {
    parent.entries.push({ key, value: opened.list ?? opened.table, start: null });
    const siblings = openedBelow.get(parent) ?? new Map<string, Opened>();
    openedBelow.set(parent, siblings.set(key.value, opened));
    return opened.table;
  }

  return {
    openTable: (parent, key) =>
      openedAt(parent, key)?.table ?? open(parent, key, { table: newTable(key.span.start), list: null }),

    openListItem(parent, key) {
      const opened = openedAt(parent, key);
      const table = newTable(key.span.start);
      if (opened?.list) {
        opened.table = table;
        opened.list.items.push(table);
        return table;
      }
      const list = newList(key.span.start);
      list.items.push(table);
      return open(parent, key, { table, list });
    },
  };
}
