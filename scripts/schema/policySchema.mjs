/** The JSON schema of namesake.json, made from the settings that the extension's manifest declares. */

/** @typedef {Record<string, unknown>} Schema */

/**
 * @param {{ contributes: { configuration: { properties: Record<string, Schema> } } }} manifest package.json
 * @param {Record<string, string>} sentences package.nls.json
 * @returns {string} the file's text
 */
export function renderPolicySchema(manifest, sentences) {
  const settings = Object.entries(manifest.contributes.configuration.properties)
    // What belongs to a window is no policy.
    .filter(([, { scope }]) => scope === "resource")
    .map(([key, setting]) => /** @type {const} */ ([key.replace(/^namesake\./, ""), setting]));
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Namesake",
    description: "What a team has decided about the names of Python packages.",
    ...closed({ $schema: { type: "string" }, ...nest(settings) }),
    allowComments: true,
    allowTrailingCommas: true,
  };
  return `${JSON.stringify(inSentences(schema, sentences), null, 2)}\n`;
}

/**
 * `trust.requireReason` stands in the table `trust`.
 * @param {readonly (readonly [string, Schema])[]} settings
 */
function nest(settings) {
  /** @type {Record<string, Schema>} */
  const properties = {};
  for (const [key, setting] of settings) {
    const [outer = "", inner] = key.split(".");
    if (inner === undefined) properties[outer] = setting;
    else
      properties[outer] = closed({
        .../** @type {Schema} */ (properties[outer]?.properties),
        [inner]: setting,
      });
  }
  return properties;
}

/** @param {Schema} properties */
function closed(properties) {
  return { type: "object", properties, additionalProperties: false };
}

/**
 * With the sentences in place of their keys, and without what only settings have.
 * @param {unknown} value
 * @param {Record<string, string>} sentences
 * @returns {unknown}
 */
function inSentences(value, sentences) {
  if (typeof value === "string") {
    const sentence = /^%(.+)%$/.exec(value)?.[1];
    // The keys of the file have no prefix.
    return sentence === undefined
      ? value
      : (sentences[sentence] ?? value).replace(/`#namesake\.([\w.]+)#`|`namesake\.([\w.]+)`/g, "`$1$2`");
  }
  if (Array.isArray(value)) return value.map((each) => inSentences(each, sentences));
  if (typeof value !== "object" || value === null) return value;
  const isSetting = "scope" in value && "order" in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !(isSetting && (key === "scope" || key === "order")))
      .map(([key, each]) => [
        key === "markdownDescription" ? "description" : key,
        inSentences(each, sentences),
      ]),
  );
}
