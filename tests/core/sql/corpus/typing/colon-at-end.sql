select :
