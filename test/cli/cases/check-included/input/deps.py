# ours
pandass
