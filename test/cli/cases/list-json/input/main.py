import google.cloud.storage as s
