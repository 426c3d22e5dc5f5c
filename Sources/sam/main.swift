print("sam")
