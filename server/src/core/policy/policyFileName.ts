/** The file at the root of a repository, or of a folder of the workspace, that holds policy and nothing else. */

export const policyFileName = "namesake.json";
