"""Following by mail. None of these is ever stored, and no search engine is led to them."""

from django.urls import path

from newsroom.following import views

urlpatterns = [
    path("follow/", views.follow, name="follow"),
    path("follow/asked/", views.follow_asked, name="follow_asked"),
    path("follow/confirm/<str:token>/", views.follow_confirm, name="follow_confirm"),
    path("follow/leave/<str:token>/", views.follow_leave, name="follow_leave"),
]
