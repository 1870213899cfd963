/** Names that nobody knows and that make the judgement look everywhere, so that after them nothing is left that is made at the first question. */
export const firstNames = ["reqeusts-toollbelt", "reqeuzts-py", "acme-billing-core"];
