import { driver, testEditor } from "./session.ts";

testEditor({
  name: "Emacs",
  // `-Q` would leave out eglot where it is a package of the system.
  command: ["emacs", "-q", "--batch", "--load", driver("emacs.el")],
  withSettings: (snippet) => snippet.replace(";; (setq-default", "(setq-default"),
});
