-- Does in Neovim what a person does, with the snippet of docs/editors.md, and writes down what the person would see.
-- NAMESAKE_SNIPPET and NAMESAKE_REPORT name the files; the current folder is the project. NAMESAKE_FINDINGS is how many
-- there are in requirements.txt; NAMESAKE_ACTS is "no" where the person only looks at them.

local report = {}
local patience = 20000

local function leave()
  vim.fn.writefile({ vim.fn.json_encode(report) }, vim.env.NAMESAKE_REPORT)
  vim.cmd("qall!")
end

local function wait_for(what, happened)
  if vim.wait(patience, happened, 20) then return end
  report.problem = "waited in vain for " .. what
  leave()
end

local function diagnostics()
  return vim.tbl_map(function(each)
    return { line = each.lnum + 1, code = each.code, source = each.source, message = each.message }
  end, vim.diagnostic.get(0))
end

local function wait_for_diagnostics(count)
  wait_for(count .. " diagnostics", function() return #vim.diagnostic.get(0) == count end)
  return diagnostics()
end

local function go_to(word)
  vim.fn.cursor(1, 1)
  vim.fn.search(word, "c")
end

-- Opens the menu of code actions at the cursor and chooses the entry with that title.
local function choose(title)
  local offered
  vim.ui.select = function(items, options, done)
    offered = vim.tbl_map(options.format_item, items)
    for index, item in ipairs(items) do
      if offered[index] == title then return done(item, index) end
    end
    done(nil, nil)
  end
  vim.lsp.buf.code_action()
  wait_for("the menu with " .. title, function() return offered ~= nil end)
  return offered
end

local function hover_text()
  vim.lsp.buf.hover()
  local text
  wait_for("the hover", function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then
        text = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), "\n")
        vim.api.nvim_win_close(window, true)
        return true
      end
    end
    return false
  end)
  return text
end

local function buffer_text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

local ok, problem = pcall(function()
  dofile(vim.env.NAMESAKE_SNIPPET)
  vim.cmd("edit requirements.txt")
  report.shown = wait_for_diagnostics(tonumber(vim.env.NAMESAKE_FINDINGS))
  if vim.env.NAMESAKE_ACTS == "no" then return end
  go_to("reqeusts")
  report.hover = hover_text()
  report.offered = choose("Replace with 'requests'")
  report.after_fix = wait_for_diagnostics(1)
  report.text = buffer_text()
  go_to("numpyy")
  choose("Trust 'numpyy' in this folder (namesake.json)")
  wait_for("the edit of namesake.json", function()
    local buffer = vim.fn.bufnr("namesake.json")
    return buffer > 0 and table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)):find("numpyy") ~= nil
  end)
  vim.cmd("wall")
  report.after_trust = wait_for_diagnostics(0)
end)
if not ok then report.problem = problem end
leave()
