"""What has to be sent or made after the answer to a request, and does it happen?"""
