using 'main.bicep'

param name = 'agabot'
param planSku = 'B1'

// Never written here: it comes from the environment of whoever deploys.
param coordinatorCode = readEnvironmentVariable('AGABOT_COORDINATOR_CODE', '')

param monthlyBudget = 30
param budgetStart = '2026-12-01'
param budgetContacts = ['informatica@region.example']
