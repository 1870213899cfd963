;;; Does in Emacs what a person does, with the snippet of docs/editors.md, and writes down what the person would see.
;;; NAMESAKE_SNIPPET and NAMESAKE_REPORT name the files; the current folder is the project. NAMESAKE_FINDINGS is how many
;;; there are in requirements.txt; NAMESAKE_ACTS is "no" where the person only looks at them.

(require 'cl-lib)
(require 'json)
(require 'project)

(defvar report '())
(defconst patience 20)

(defun note (key value) (push (cons key value) report))

(defun leave ()
  (with-temp-file (getenv "NAMESAKE_REPORT") (insert (json-encode (reverse report))))
  (kill-emacs 0))

(defun wait-for (what happened)
  ;; Batch mode is never idle, and some of what is awaited begins in a pause of the person.
  (mapc #'timer-event-handler (copy-sequence timer-idle-list))
  (let ((end (+ (float-time) patience)) (done nil))
    (while (not (or (setq done (funcall happened)) (> (float-time) end)))
      (accept-process-output nil 0.02)
      ;; What happened to watched files comes as events.
      (read-event nil nil 0.01))
    (unless done (error "Waited in vain for %s" what))
    done))

(defun diagnostics ()
  (mapcar (lambda (each)
            `((line . ,(line-number-at-pos (flymake-diagnostic-beg each)))
              (message . ,(flymake-diagnostic-text each))))
          (sort (flymake-diagnostics)
                (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(defun wait-for-diagnostics (count)
  (wait-for (format "%d diagnostics" count)
            (lambda () (= count (length (flymake-diagnostics)))))
  (vconcat (diagnostics)))

(defun go-to (word)
  (goto-char (point-min))
  (search-forward word)
  (backward-char 2))

(defun choose (title)
  "Open the menu of code actions at point, choose TITLE, and answer yes where Emacs asks; return what was offered."
  (let (offered)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt entries &rest _)
                 (setq offered (mapcar (lambda (entry) (if (consp entry) (car entry) entry))
                                       (all-completions "" entries)))
                 title))
              ((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
      ;; As if by a key: after a click eglot opens a menu of the window system.
      (let ((last-nonmenu-event ?\r)) (call-interactively #'eglot-code-actions)))
    (vconcat offered)))

(defun hover-text ()
  (let (text)
    (eglot-hover-eldoc-function (lambda (string &rest _) (setq text string)))
    (substring-no-properties (wait-for "the hover" (lambda () text)))))

(defun open-file (file)
  (find-file file)
  ;; Batch mode has no command loop, whose end eglot waits for.
  (run-hooks 'post-command-hook)
  (wait-for "the server" #'eglot-current-server))

(condition-case problem
    (progn
      (load (getenv "NAMESAKE_SNIPPET") nil t t)
      (open-file "requirements.txt")
      (note 'shown (wait-for-diagnostics (string-to-number (getenv "NAMESAKE_FINDINGS"))))
      (when (equal "no" (getenv "NAMESAKE_ACTS")) (leave))
      (go-to "reqeusts")
      (note 'hover (hover-text))
      (note 'offered (choose "Replace with 'requests'"))
      (note 'after_fix (wait-for-diagnostics 1))
      (note 'text (buffer-substring-no-properties (point-min) (point-max)))
      (go-to "numpyy")
      (choose "Trust 'numpyy' in this folder (namesake.json)")
      (save-some-buffers t)
      (note 'after_trust (wait-for-diagnostics 0)))
  (error (note 'problem (error-message-string problem))))
(leave)
