import '@actions/core'
